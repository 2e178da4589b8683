package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;

/**
 * What an employer's printed record says: who was insured by it in the period, and how their months stand.
 *
 * @param asOf business date
 * @param schemes those that occur, ascending
 * @param persons by their opaque ids, at most {@value #MOST_PERSONS}
 */
record EmployerRecord(
        LocalDate asOf,
        String name,
        CreditCode creditCode,
        AreaCode area,
        String areaName,
        Month from,
        Month to,
        List<SchemeTotal> schemes,
        List<Person> persons,
        List<Note> notes,
        boolean sample) {

    static final int MOST_PERSONS = 5_000;

    /** @param persons who were insured under it; @param states all their months by state */
    record SchemeTotal(
            Scheme scheme, String schemeName, int persons, int countedMonths, Map<MonthState, Integer> states) {}

    /**
     * An insured person.
     *
     * @param from, to first and last insured month in the period
     */
    record Person(
            String name, String socialNumber, Month from, Month to, Map<String, Map<MonthState, Integer>> months) {}
}
