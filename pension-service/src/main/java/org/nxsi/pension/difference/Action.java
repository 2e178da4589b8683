package org.nxsi.pension.difference;

/** What people may do about a difference. Two of them are needed for each: one proposes, another confirms. */
public enum Action {
    ASK_BANK_AGAIN(
            Effect.KEEPS_OPEN, "the bank is asked about the batch at once; its signed report is applied as always"),
    WAIT_FOR_NEXT_STATEMENT(Effect.KEEPS_OPEN, "the line may be late: the next statements are awaited"),
    MARK_RETURNED(
            Effect.MOVES_MONEY,
            "the money never left the payout account: returned, by a voucher, and on the correction list"),
    TAKE_OVER_FROM_STATEMENT(
            Effect.MOVES_MONEY, "the return on the statement is booked as the bank's report would have been"),
    CLAIM_BACK_FROM_BANK(Effect.RECORDS_ONLY, "the bank owes the money and was asked for it in writing"),
    CORRECTED_BY_BANK(Effect.RECORDS_ONLY, "the bank has corrected its statement or its books"),
    EXPLAINED(Effect.RECORDS_ONLY, "the reason is known and stands in the note");

    /** What a confirmed action does. */
    public enum Effect {
        /** Something is tried; the difference stays until a statement clears it. */
        KEEPS_OPEN,
        /** It is written down, and nothing else: no voucher, no instruction changes. */
        RECORDS_ONLY,
        /** Instructions, vouchers and sums change, by the very path of a bank's report. */
        MOVES_MONEY
    }

    private final Effect effect;
    private final String meaning;

    Action(Effect effect, String meaning) {
        this.effect = effect;
        this.meaning = meaning;
    }

    public Effect effect() {
        return effect;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }
}
