package org.nxsi.enrollment.rights;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.account.AccountState;
import org.nxsi.enrollment.account.AccountStatement;
import org.nxsi.enrollment.account.AccountYear;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A year's record of a person (年度社会保险个人权益记录单): identity, months and base by scheme, personal account
 * (人社部令14号). Name and number are masked.
 *
 * @param asOf business date: months of this year may still change
 * @param from, to the months that it is about
 * @param benefits where benefits are to be found
 * @param sample whether anything in it rests on made-up policies
 */
record Statement(
        int year,
        LocalDate asOf,
        Holder person,
        Month from,
        Month to,
        List<SchemeView> schemes,
        List<AccountView> accounts,
        String benefits,
        List<Note> notes,
        boolean sample) {

    static final String BENEFITS = "待遇信息见“定期待遇发放查询”“一次性待遇发放查询”";

    private static final String SAMPLE = "SAMPLE";

    /** Whose record it is, masked. */
    record Holder(String name, String socialNumber, AreaCode area, String areaName, boolean masked) {}

    /**
     * A year of an account.
     *
     * @param otherChanges transfers, draw-downs and the like: opening + credited + interest + these = closing
     * @param interestProvisional whether the year's own rate is still awaited
     */
    record AccountView(
            Scheme scheme,
            String schemeName,
            AccountState state,
            String stateName,
            Fen opening,
            Fen credited,
            Fen interest,
            Fen otherChanges,
            Fen closing,
            boolean interestProvisional,
            boolean sample,
            @Nullable String note) {

        static AccountView of(AccountStatement account, LocalDate today) {
            AccountYear year = account.year();
            return new AccountView(
                    account.scheme(),
                    account.scheme().title(),
                    account.state(),
                    account.state().title(),
                    year.opening(),
                    year.credited(),
                    year.interest(),
                    year.transferredIn()
                            .plus(year.transferredOut())
                            .plus(year.drawnDown())
                            .plus(year.paidOut())
                            .plus(year.takenOver()),
                    year.closing(),
                    year.isProvisional(),
                    year.ground() != null && year.ground().status().equals(SAMPLE),
                    account.note(today));
        }
    }
}
