package org.nxsi.enrollment.wage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What holds in a month.
 *
 * @param items the employees of the month, by person; masked
 * @param next cursor of the following page; absent on the last one
 */
record ListedWages(
        Month month,
        List<Bases.Limits> limits,
        List<Item> items,
        @Nullable String next) {

    /**
     * An employee.
     *
     * @param wage absent where none was declared, as are the month it holds from and the bases
     */
    record Item(
            PersonId personId,
            @Nullable String name,
            @Nullable String socialNumber,
            @Nullable Fen wage,
            @Nullable Month from,
            Map<String, Fen> bases) {}
}
