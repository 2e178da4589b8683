package org.nxsi.deferral.postponement;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.deferral.ledger.Arrangement;

/**
 * Under which arrangement an employer's month is. Its id is the month, so there is one at most.
 *
 * @param by the entry or the postponement that holds it
 * @param at when it was claimed last, real clock
 */
public record Claim(@BsonId String id, Arrangement arrangement, String by, Instant at) {}
