package org.nxsi.pension.disbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A disbursement run (发放批次): the pensions of one month, or what was returned and can be paid again.
 *
 * @param id {@code <month>-R<n>}; the regular run of a month is R1, so there can be only one
 * @param cutOff business date as of which beneficiaries were read
 * @param slices number of slices that it was cut into
 * @param beneficiaries how many there were at the cut-off, and the slices must have read as many; of a supplementary run
 *     how many returned payments were ready
 * @param control what was calculated; frozen from then on
 * @param funds what each payout account needs, by fund and bank
 * @param maker person who made it; approver and releaser are other persons
 */
public record Run(
        @BsonId String id,
        Month month,
        RunKind kind,
        RunStatus status,
        LocalDate cutOff,
        int slices,
        long beneficiaries,
        @Nullable ControlTotals control,
        List<FundNeed> funds,
        String maker,
        @Nullable String approver,
        @Nullable String releaser,
        Instant createdAt,
        @Nullable Instant releasedAt,
        @Nullable Instant paidAt) {

    /** What a run was calculated to: entitled = payable + exceptions, in persons and in fen. */
    public record ControlTotals(
            long entitled, Fen entitledAmount, long exceptions, Fen exceptionsAmount, long notDue) {}

    /** What one fund needs at one bank, and what of it has been allotted for this run. */
    public record FundNeed(Scheme scheme, String bank, Fen needed, Fen allotted) {}

    public static String regular(Month month) {
        return month + "-R1";
    }

    static String supplementary(Month month, int number) {
        return month + "-R" + number;
    }

    /** The number behind the {@code R}. */
    int number() {
        return Integer.parseInt(id.substring(id.lastIndexOf('R') + 1));
    }

    static Run supplementary(String id, Month month, LocalDate cutOff, int slices, String maker) {
        return made(id, month, RunKind.SUPPLEMENTARY, cutOff, slices, 0, maker);
    }

    static Run cut(Month month, LocalDate cutOff, int slices, long beneficiaries, String maker) {
        return made(regular(month), month, RunKind.REGULAR, cutOff, slices, beneficiaries, maker);
    }

    private static Run made(
            String id, Month month, RunKind kind, LocalDate cutOff, int slices, long beneficiaries, String maker) {
        return new Run(
                id,
                month,
                kind,
                RunStatus.CALCULATING,
                cutOff,
                slices,
                beneficiaries,
                null,
                List.of(),
                maker,
                null,
                null,
                Instant.now(),
                null,
                null);
    }
}
