package org.nxsi.enrollment.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * A record that was printed: enough to say later what was issued, and not the content itself. Never changed. Public for the
 * codec's sake.
 *
 * @param number see {@link RecordNumber}
 * @param holder opaque person id, or credit code
 * @param holderShown what whoever verifies it sees of the holder: persons masked
 * @param scheme null for all
 * @param expiresOn last day on which it is verified as valid
 * @param digest SHA-256 of the content
 * @param code what verifies it
 * @param summary its results in a few lines: whoever verifies it compares them with the paper
 * @param sample whether it rests on made-up policies
 * @param purpose what for the full number was printed; null where it is masked
 * @param by the person who printed it
 * @param at real clock
 */
public record PrintedRecord(
        @BsonId String number,
        RecordKind kind,
        String holder,
        String holderShown,
        AreaCode area,
        @Nullable Scheme scheme,
        Month from,
        Month to,
        LocalDate issuedOn,
        LocalDate expiresOn,
        String digest,
        String code,
        List<String> summary,
        boolean sample,
        @Nullable String purpose,
        String by,
        String channel,
        Instant at) {

    public PrintedRecord {
        summary = List.copyOf(summary);
    }

    boolean isExpired(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    /** The same content of the same holder; on one day that is the same record. */
    boolean isTheSame(PrintedRecord other) {
        return kind == other.kind
                && holder.equals(other.holder)
                && issuedOn.equals(other.issuedOn)
                && digest.equals(other.digest);
    }
}
