package org.nxsi.simulators.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** One line of a bank's books. All that the bank knows follows from these lines in their order. */
sealed interface BookRecord {

    /**
     * An order was booked: its payments left the payout accounts, and those with a reason came back.
     *
     * @param digest SM3 of the order's bytes, by which a repetition is told from another order under the same id
     * @param date the business day
     * @param due when the results may be told
     */
    record Booked(String messageId, String digest, LocalDate date, Instant due, List<BookedBlock> blocks)
            implements BookRecord {}

    /** The payments out of one payout account. */
    record BookedBlock(String id, String payoutAccount, List<Credit> credits) {

        /** The run that the payments belong to; empty if the block names none. */
        String run() {
            return id.substring(0, Math.max(0, id.lastIndexOf('/')));
        }

        Fen total() {
            return credits.stream().map(Credit::fen).reduce(Fen.ZERO, Fen::plus);
        }

        List<Credit> returned() {
            return credits.stream().filter(credit -> credit.reason() != null).toList();
        }
    }

    /**
     * One payment.
     *
     * @param reason E01 to E09 (RULES 5.1) if it came back at once; null if it stayed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credit(
            String endToEndId,
            long amount_fen,
            String account,
            @Nullable String reason) {
        Fen fen() {
            return Fen.of(amount_fen);
        }
    }

    /** An order was refused as a whole, for good. */
    record Refused(String messageId, String digest, String reason) implements BookRecord {}

    /** The treasury put money on a payout account (拨付). */
    record Allotted(String reference, String advice, String payoutAccount, long amount_fen, LocalDate date)
            implements BookRecord {
        Fen fen() {
            return Fen.of(amount_fen);
        }
    }

    /**
     * Payments that had stayed came back later (迟到退票).
     *
     * @param due when this may be told
     * @param blocks the order's blocks with those payments only, each with its reason
     */
    record ReturnedLate(String messageId, LocalDate date, Instant due, List<BookedBlock> blocks)
            implements BookRecord {}

    /**
     * The results of an order need not be told any more: they arrived, or too many tries failed.
     *
     * @param lateReturns how many lines about late returns the told report knew of
     */
    record Told(String messageId, int lateReturns, boolean arrived) implements BookRecord {}
}
