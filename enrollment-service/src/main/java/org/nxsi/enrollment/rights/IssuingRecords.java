package org.nxsi.enrollment.rights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives what is printed its number and code, and keeps what was issued. The number follows from day and content: who prints
 * the same again on the same day gets the same record, and two who do so at once get one.
 */
@Component
class IssuingRecords {

    private static final int ATTEMPTS = 10;

    private final PrintedRecords records;
    private final RightsSettings settings;
    private final BusinessClock clock;
    private final JsonMapper json;

    IssuingRecords(PrintedRecords records, RightsSettings settings, BusinessClock clock, JsonMapper json) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What is to be issued.
     *
     * @param holder opaque person id, or credit code
     * @param holderShown to whoever verifies it
     * @param content as it is printed; its digest is kept
     * @param summary its results in a few lines
     */
    record Wanted<T>(
            RecordKind kind,
            String holder,
            String holderShown,
            AreaCode area,
            @Nullable Scheme scheme,
            Period period,
            T content,
            List<String> summary,
            boolean sample,
            @Nullable String purpose) {}

    /** @throws org.nxsi.platform.web.ProblemException 429 {@code too-many-prints} */
    <T> Printed<T> issue(Wanted<T> wanted, Caller caller) {
        String digest = HexFormat.of().formatHex(sha256(json.writeValueAsBytes(wanted.content())));
        LocalDate today = clock.today();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RecordNumber number = new RecordNumber(wanted.area(), today, serial(wanted, today, digest, attempt));
            PrintedRecord fresh = fresh(wanted, number, digest, caller);
            Optional<PrintedRecord> standing = records.find(number.toString());
            if (standing.isEmpty()) {
                refuseTooMany(wanted.holder(), today);
                standing = Optional.ofNullable(records.add(fresh));
            }
            if (standing.isEmpty() || standing.get().isTheSame(fresh)) {
                return printed(standing.orElse(fresh), wanted.content());
            }
        }
        throw new IllegalStateException("no number is left for " + wanted.area() + " on " + today);
    }

    /** Where the record is verified; its code is asked for there, or stands in the QR code. */
    String agencyOf(AreaCode area) {
        return area.fullName() + "社会保险经办机构";
    }

    private PrintedRecord fresh(Wanted<?> wanted, RecordNumber number, String digest, Caller caller) {
        return new PrintedRecord(
                number.toString(),
                wanted.kind(),
                wanted.holder(),
                wanted.holderShown(),
                wanted.area(),
                wanted.scheme(),
                wanted.period().from(),
                wanted.period().to(),
                number.date(),
                number.date().plusDays(settings.validDays()),
                digest,
                VerificationCode.fresh(),
                wanted.summary(),
                wanted.sample(),
                wanted.purpose(),
                caller.actor(),
                caller.client(),
                Instant.now());
    }

    private <T> Printed<T> printed(PrintedRecord record, T content) {
        return new Printed<>(
                record.number(),
                record.code(),
                settings.verificationPage() + "/" + record.number() + "?code=" + record.code(),
                record.kind(),
                record.kind().title(),
                agencyOf(record.area()),
                record.issuedOn(),
                record.expiresOn(),
                record.digest(),
                content);
    }

    private void refuseTooMany(String holder, LocalDate today) {
        int most = settings.printsADay();
        if (records.countOf(holder, today, most) >= most) {
            throw Problem.of(429, "too-many-prints", "at most " + most + " different records a day")
                    .exception();
        }
    }

    private static int serial(Wanted<?> wanted, LocalDate on, String digest, int attempt) {
        byte[] hash = sha256((wanted.kind() + "|" + wanted.holder() + "|" + on + "|" + digest + "|" + attempt)
                .getBytes(StandardCharsets.UTF_8));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), RecordNumber.SERIALS);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
