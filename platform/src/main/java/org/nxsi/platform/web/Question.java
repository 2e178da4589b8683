package org.nxsi.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that only asks, because what it asks with does not belong into an address. Its path ends in
 * {@code /lookups}; it needs no Idempotency-Key, and nothing of it is kept.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Question {}
