package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;

/**
 * What whoever holds a printed record learns of it. Of an unknown number and of a wrong code the very same: nothing.
 *
 * @param genuine whether it was issued by the bureau, under this number and code
 * @param valid whether it is genuine and not expired
 * @param result for people
 * @param holder persons masked
 * @param summary to be compared with the paper
 */
record Verification(
        boolean genuine,
        boolean valid,
        String result,
        @Nullable String number,
        @Nullable RecordKind kind,
        @Nullable String title,
        @Nullable String agency,
        @Nullable String holder,
        @Nullable Month from,
        @Nullable Month to,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        List<String> summary,
        @Nullable String digest,
        boolean sample) {

    static final Verification UNKNOWN = new Verification(
            false,
            false,
            "未查到与该编号和验证码相符的权益记录",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            false);

    static Verification of(PrintedRecord record, String agency, LocalDate today) {
        boolean expired = record.isExpired(today);
        return new Verification(
                true,
                !expired,
                expired ? "本件由经办机构出具，已过有效期" : "本件由经办机构出具，在有效期内",
                record.number(),
                record.kind(),
                record.kind().title(),
                agency,
                record.holderShown(),
                record.from(),
                record.to(),
                record.issuedOn(),
                record.expiresOn(),
                record.summary(),
                record.digest(),
                record.sample());
    }
}
