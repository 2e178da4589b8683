package org.nxsi.pension.audit;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A returned payment on the correction list, under the returned instruction's key. */
public record AuditedReturn(@BsonId String id, @Nullable String state) implements Audited {}
