package org.nxsi.pension.returned;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.platform.money.Fen;

/**
 * A returned payment (退票) on the correction list. It is the one and only way to its re-issue.
 *
 * @param id key of the returned instruction, first attempt or re-issue
 * @param endToEndId the same key as banks and URLs know it
 * @param first key of the obligation's first instruction
 * @param attempt 0 for the first instruction, then the number of the re-issue that was returned
 * @param slot month or decision that it pays; the re-issue keeps it
 * @param run run whose payment was returned
 * @param area area of the payee's insured relation, which bounds what staff see
 * @param account where it was sent to
 * @param reason {@link ReturnReason}, as the bank gave it
 * @param returnedOn the bank's business day of the return
 * @param proposal what a clerk proposes; kept once it is approved
 * @param decision who approved the proposal
 * @param refusals earlier proposals that were not approved, oldest first
 * @param replaced the beneficiary's account that the approved one has replaced
 * @param reissue key of the re-issue that this return leads to
 * @param reissueRun supplementary run that makes it; null until one has claimed it
 */
public record ReturnedPayment(
        @BsonId String id,
        String endToEndId,
        String first,
        int attempt,
        String payee,
        Scheme scheme,
        String slot,
        String run,
        String area,
        PayeeAccount account,
        Fen amount,
        String reason,
        LocalDate returnedOn,
        State state,
        @Nullable Proposal proposal,
        @Nullable Decision decision,
        List<Refusal> refusals,
        @Nullable Replaced replaced,
        String reissue,
        @Nullable String reissueRun) {

    /** Where it stands; it moves forward, but for a proposal that is not approved. */
    public enum State {
        /** Somebody has to find out where the payee can be paid. */
        OPEN,
        /** A clerk has; a reviewer has to look at it. */
        PROPOSED,
        /** Approved: the next supplementary run takes it. */
        READY,
        /** A supplementary run has it: from here on the re-issue's instruction tells. */
        REISSUED
    }

    /**
     * What a clerk proposes.
     *
     * @param number counts the proposals for this return, from 1
     * @param sameAccount the account is right, and the reason of the return is cleared
     * @param holderReason why the holder is lawfully another person than the payee; null if it is the payee
     * @param note what the clerk found out
     */
    public record Proposal(
            int number,
            boolean sameAccount,
            PayeeAccount account,
            @Nullable String holderReason,
            @Nullable String note,
            String by,
            Instant at) {}

    /** Who approved, and when by the real clock. */
    public record Decision(String by, Instant at) {}

    /** A proposal that was not approved. */
    public record Refusal(Proposal proposal, String by, Instant at, String reason) {}

    /** The beneficiary's account before the correction, and the version of the beneficiary that had it. */
    public record Replaced(PayeeAccount account, long version) {}

    static ReturnedPayment of(Instruction returned, String area) {
        String reason = returned.returnReason();
        LocalDate returnedOn = returned.bookedOn();
        if (reason == null || returnedOn == null) {
            throw new IllegalArgumentException(returned.id() + " was not returned");
        }
        return new ReturnedPayment(
                returned.id(),
                returned.endToEndId(),
                Obligation.firstKey(returned.id()),
                Obligation.attempt(returned.id()),
                returned.payee(),
                returned.scheme(),
                returned.slot(),
                returned.run(),
                area,
                returned.account(),
                returned.amount(),
                reason,
                returnedOn,
                State.OPEN,
                null,
                null,
                List.of(),
                null,
                Obligation.reissueKey(returned.id()),
                null);
    }

    /** @throws IllegalStateException before anything was approved */
    public PayeeAccount approvedAccount() {
        if (proposal == null || decision == null) {
            throw new IllegalStateException(id + " has no approved account");
        }
        return proposal.account();
    }
}
