package org.nxsi.pension.difference;

import static org.nxsi.pension.difference.Action.ASK_BANK_AGAIN;
import static org.nxsi.pension.difference.Action.CLAIM_BACK_FROM_BANK;
import static org.nxsi.pension.difference.Action.CORRECTED_BY_BANK;
import static org.nxsi.pension.difference.Action.EXPLAINED;
import static org.nxsi.pension.difference.Action.MARK_RETURNED;
import static org.nxsi.pension.difference.Action.TAKE_OVER_FROM_STATEMENT;
import static org.nxsi.pension.difference.Action.WAIT_FOR_NEXT_STATEMENT;

import java.util.List;

/** What differs, and what may be done about it: the one place that says so. */
public enum Kind {
    /** We sent it and hold it for paid or returned; the statement lacks it. Late, forgotten, or never booked. */
    MISSING_AT_BANK(ASK_BANK_AGAIN, WAIT_FOR_NEXT_STATEMENT, MARK_RETURNED),
    /** The bank names a payment that is none of ours. We cannot book what we did not order. */
    MISSING_HERE(CLAIM_BACK_FROM_BANK, CORRECTED_BY_BANK),
    /** Another amount than ordered. What was ordered is what we owe; the rest is between us and the bank. */
    AMOUNT(ASK_BANK_AGAIN, CLAIM_BACK_FROM_BANK, CORRECTED_BY_BANK),
    /** More often than once: on the statement only, or really. */
    DUPLICATE(CLAIM_BACK_FROM_BANK, CORRECTED_BY_BANK),
    /** Another payee's account. */
    WRONG_ACCOUNT(ASK_BANK_AGAIN, CLAIM_BACK_FROM_BANK, CORRECTED_BY_BANK),
    /** Returned first and credited afterwards: it may have been re-issued meanwhile, so nothing is booked back. */
    PAID_AFTER_RETURN(CLAIM_BACK_FROM_BANK, CORRECTED_BY_BANK),
    /** The statement shows a return that we hold for paid. The bank is asked by itself; people may go before. */
    RETURNED_AT_BANK(ASK_BANK_AGAIN, TAKE_OVER_FROM_STATEMENT),
    /** The statement shows it booked, and we have no word of it. The bank is asked by itself. */
    NOT_REPORTED(ASK_BANK_AGAIN, WAIT_FOR_NEXT_STATEMENT),
    /** The statement's balance or sums are not its own lines', or not the books'. */
    BALANCE(WAIT_FOR_NEXT_STATEMENT, CORRECTED_BY_BANK, EXPLAINED);

    private final List<Action> allowed;

    Kind(Action... allowed) {
        this.allowed = List.of(allowed);
    }

    public List<Action> allowed() {
        return allowed;
    }
}
