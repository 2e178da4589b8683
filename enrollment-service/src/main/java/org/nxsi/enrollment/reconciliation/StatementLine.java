package org.nxsi.enrollment.reconciliation;

import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collector.PaymentNotice;
import org.nxsi.enrollment.collector.PaymentNotice.Kind;
import org.nxsi.platform.money.Fen;

/**
 * One line of a statement, or a notice in the same words. Public for the codec's sake.
 *
 * @param notice the collector's own number of the notice
 * @param due payer, scheme and month
 * @param amount towards the contribution, or taken back
 */
public record StatementLine(String notice, Kind kind, String due, Fen amount, Fen lateFee) {

    static StatementLine of(PaymentNotice notice) {
        return new StatementLine(notice.number(), notice.kind(), notice.due().id(), notice.amount(), notice.lateFee());
    }

    static StatementLine of(String notice, Kind kind, DueKey due, Fen amount, Fen lateFee) {
        return new StatementLine(notice, kind, due.id(), amount, lateFee);
    }

    /** What it brings; below zero of what is taken back. */
    Fen signed() {
        Fen all = amount.plus(lateFee);
        return kind == Kind.REVERSED ? all.negated() : all;
    }
}
