package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * What a person's printed record says.
 *
 * @param asOf business date
 * @param socialNumber masked unless a purpose was given
 * @param purpose what for the full number stands there; null where it does not
 * @param accounts of the year of the last month
 */
record PersonRecord(
        LocalDate asOf,
        String name,
        String socialNumber,
        AreaCode area,
        String areaName,
        @Nullable String purpose,
        Month from,
        Month to,
        List<SchemeView> schemes,
        List<Statement.AccountView> accounts,
        List<Note> notes,
        boolean sample) {}
