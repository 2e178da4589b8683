package org.nxsi.enrollment.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** What the other place says, through the national platform or on paper that a clerk records. */
final class Told {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9._-]{4,64}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,200}");

    private Told() {}

    /**
     * About the contact letter: of a transfer in, that it was received; of a transfer out, the letter itself; or that the
     * whole matter is sent back.
     *
     * @param returned true if it is sent back, with the reason
     */
    record Letter(
            @Nullable String messageId,
            @Nullable Boolean returned,
            @Nullable String reason) {}

    /** Of a transfer in, all of it; of a transfer out, a receipt with the message's id alone. */
    record InformationTable(
            @Nullable String messageId,
            @Nullable List<MonthBase> months,
            @Nullable List<YearAccount> years,
            @Nullable Fen account) {

        boolean isReceipt() {
            return months == null && years == null && account == null;
        }
    }

    /** @param arrivedOn the day on which the money came; absent for today */
    record MoneyNote(
            @Nullable String messageId,
            @Nullable Fen amount,
            @Nullable LocalDate arrivedOn) {}

    static Message message(@Nullable String id, Message.Kind kind, Object content, LocalDate on) {
        if (id == null || !MESSAGE_ID.matcher(id).matches()) {
            throw Problem.badRequest("message-id-required", "messageId", "4 to 64 letters, digits, . _ -")
                    .exception();
        }
        return new Message(id, kind, digest(content.toString()), on);
    }

    /** @throws ProblemException 400 {@code text-required} */
    static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || !TEXT.matcher(text).matches()) {
            throw Problem.badRequest("text-required", field, "2 to 200 characters")
                    .exception();
        }
        return text.strip();
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
