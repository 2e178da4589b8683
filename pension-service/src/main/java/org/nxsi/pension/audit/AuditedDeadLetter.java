package org.nxsi.pension.audit;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** An event that could not be applied, or waits behind one. */
public record AuditedDeadLetter(@BsonId String id, String topic, String key, String state, String cause, Instant at)
        implements Audited {}
