/**
 * Numbers, codes and names that people, employers, places and accounts are known by, and how they are masked.
 *
 * <p>Each is a value type that cannot hold a wrong value: {@code parse} refuses with {@link
 * org.nxsi.platform.identity.InvalidIdentifier}, {@code check} tells what is wrong without an exception. Whatever is
 * personal prints masked, so that a log line or an exception never shows it; {@code value()} is the full one.
 */
@NullMarked
package org.nxsi.platform.identity;

import org.jspecify.annotations.NullMarked;
