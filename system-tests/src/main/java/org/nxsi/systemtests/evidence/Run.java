package org.nxsi.systemtests.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** A disbursement run. */
public record Run(
        String id,
        String month,
        @Nullable String kind,
        String status,
        int slices,
        long beneficiaries,
        @Nullable Control control,
        List<Fund> funds,
        String maker,
        @Nullable String approver,
        @Nullable String releaser,
        @Nullable Instant releasedAt) {

    public static final String CALCULATED = "CALCULATED";
    public static final String APPROVED = "APPROVED";
    public static final String RELEASED = "RELEASED";
    public static final String PAID = "PAID";
    public static final String RECONCILED = "RECONCILED";

    /** The steps of a run, in their order. */
    public static final List<String> STEPS = List.of(
            "CALCULATING", CALCULATED, "FUNDS_APPLIED", "FUNDED", APPROVED, RELEASED, PAID, RECONCILED, "CLOSED");

    /** What it was calculated to; entitled = payable + exceptions. */
    public record Control(long entitled, Fen entitledAmount, long exceptions, Fen exceptionsAmount, long notDue) {

        public long payable() {
            return entitled - exceptions;
        }

        public Fen payableAmount() {
            return entitledAmount.minus(exceptionsAmount);
        }
    }

    /** What a fund needs at a bank. */
    public record Fund(String scheme, String bank, Fen needed) {}

    /** Whether it stands at the step or has passed it. */
    public boolean hasReached(String step) {
        return STEPS.indexOf(status) >= STEPS.indexOf(step);
    }

    /** Whether it pays what was returned before, instead of a month's first payments. */
    public boolean isSupplementary() {
        return "SUPPLEMENTARY".equals(kind);
    }
}
