package org.nxsi.deferral.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Deadline;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.deferral.ledger.OutstandingEntries.Outstanding;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

/**
 * What would follow if a period were lifted on a day.
 *
 * @param deadline last day of making up
 * @param reckoned the same before any rest-day rule
 * @param movedBy the clause that moves it; null if it is not moved
 * @param entries how many would have this deadline
 * @param amountUnknown of them those whose amount nobody has assessed; they are not in {@code amount}
 * @param left what is still to be paid of the known amounts
 */
record WhatIf(
        String period,
        Arrangement arrangement,
        LocalDate liftedOn,
        LocalDate deadline,
        LocalDate reckoned,
        @Nullable String movedBy,
        String clause,
        long entries,
        long amountUnknown,
        Fen amount,
        Fen left,
        List<Part> parts) {

    /** Of one region and kind. */
    record Part(
            String region,
            String regionName,
            String kind,
            String business,
            long entries,
            long amountUnknown,
            Fen amount,
            Fen left) {

        static Part of(Outstanding outstanding) {
            Kind kind = outstanding.kind();
            return new Part(
                    outstanding.area(),
                    AreaCode.parse(outstanding.area()).fullName(),
                    kind.name(),
                    kind.title(),
                    outstanding.entries(),
                    outstanding.amountUnknown(),
                    outstanding.amount(),
                    outstanding.left());
        }
    }

    static WhatIf of(String period, LocalDate liftedOn, Deadline deadline, List<Part> parts) {
        return new WhatIf(
                period,
                Arrangement.DEFERRAL,
                liftedOn,
                deadline.date(),
                deadline.reckoned(),
                deadline.movedBy(),
                Deadline.CLAUSE,
                parts.stream().mapToLong(Part::entries).sum(),
                parts.stream().mapToLong(Part::amountUnknown).sum(),
                parts.stream().map(Part::amount).reduce(Fen.ZERO, Fen::plus),
                parts.stream().map(Part::left).reduce(Fen.ZERO, Fen::plus),
                parts);
    }
}
