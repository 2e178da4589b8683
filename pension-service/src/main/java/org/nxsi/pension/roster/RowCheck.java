package org.nxsi.pension.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.BankAccount;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;

/**
 * Checks rows for themselves, one after the other; knows nothing of other rows. It names all that is wrong with a row at
 * once (一次性告知), without an exception for any of it.
 */
final class RowCheck {

    private static final Set<String> NINGXIA = AreaCode.all().stream()
            .filter(AreaCode.NINGXIA::contains)
            .map(AreaCode::code)
            .collect(Collectors.toUnmodifiableSet());

    private static final String FORMULA_SIGNS = "=+-@";

    private final Set<String> areas;
    private final Set<String> banks;
    private final CellForms forms;

    /**
     * @param agency whose persons the roster may name
     * @param banks codes of the partner banks
     * @param maxComponent largest part of a monthly benefit
     */
    RowCheck(AreaCode agency, Set<String> banks, Fen maxComponent) {
        this.areas = NINGXIA.stream()
                .filter(area -> agency.contains(AreaCode.parse(area)))
                .collect(Collectors.toUnmodifiableSet());
        this.banks = banks;
        this.forms = new CellForms(maxComponent);
    }

    /** @param cells as many as the header has */
    CheckedRow check(int row, List<String> cells) {
        Faults faults = new Faults(row);
        String number = cell(cells, Column.SOCIAL_NUMBER);
        faults.add(Column.SOCIAL_NUMBER, SocialNumber.check(number));
        String name = name(cells, Column.NAME, faults);
        String area = area(cells, faults);
        @Nullable Scheme scheme = Scheme.find(cell(cells, Column.SCHEME));
        if (scheme == null) {
            faults.add(Column.SCHEME, RowFault.Kind.SCHEME_UNKNOWN);
        }
        var entitledFrom = forms.month(cell(cells, Column.ENTITLED_FROM));
        if (entitledFrom == null) {
            faults.add(Column.ENTITLED_FROM, RowFault.Kind.MONTH_FORM);
        }
        BenefitComponents components = components(cells, faults);
        PayeeAccount account = account(cells, faults);
        var certifiedUntil = forms.date(cell(cells, Column.CERTIFIED_UNTIL));
        if (certifiedUntil == null) {
            faults.add(Column.CERTIFIED_UNTIL, RowFault.Kind.DATE_FORM);
        }
        if (!faults.found.isEmpty() || scheme == null || entitledFrom == null || certifiedUntil == null) {
            return new CheckedRow.Bad(faults.found);
        }
        String written = SocialNumber.parse(number).value();
        return new CheckedRow.Good(
                new RosterRow(row, written, name, area, scheme, entitledFrom, components, account, certifiedUntil));
    }

    private String area(List<String> cells, Faults faults) {
        String area = cell(cells, Column.AREA);
        if (!NINGXIA.contains(area)) {
            faults.add(Column.AREA, IdentifierProblem.AREA_CODE_UNKNOWN);
        } else if (!areas.contains(area)) {
            faults.add(Column.AREA, RowFault.Kind.AREA_OUTSIDE);
        }
        return area;
    }

    private BenefitComponents components(List<String> cells, Faults faults) {
        return new BenefitComponents(
                amount(cells, Column.BASIC, faults),
                amount(cells, Column.PERSONAL_ACCOUNT, faults),
                amount(cells, Column.TRANSITIONAL, faults),
                amount(cells, Column.SUBSIDY, faults));
    }

    private Fen amount(List<String> cells, Column column, Faults faults) {
        String text = cell(cells, column);
        RowFault.@Nullable Kind fault = forms.amountFault(text);
        if (fault == null) {
            return Fen.ofYuan(text);
        }
        faults.add(column, fault);
        return Fen.ZERO;
    }

    private PayeeAccount account(List<String> cells, Faults faults) {
        String bank = cell(cells, Column.BANK);
        if (!banks.contains(bank)) {
            faults.add(Column.BANK, RowFault.Kind.BANK_UNKNOWN);
        }
        String number = cell(cells, Column.ACCOUNT);
        faults.add(Column.ACCOUNT, BankAccount.check(number));
        return new PayeeAccount(bank, number, name(cells, Column.HOLDER, faults));
    }

    private static String name(List<String> cells, Column column, Faults faults) {
        String text = cell(cells, column);
        @Nullable IdentifierProblem problem = PersonName.check(text);
        if (problem != null) {
            faults.add(column, problem);
            return "";
        }
        String name = PersonName.parse(text).value();
        if (FORMULA_SIGNS.indexOf(name.charAt(0)) >= 0) {
            faults.add(column, RowFault.Kind.FORMULA);
        }
        return name;
    }

    private static String cell(List<String> cells, Column column) {
        return cells.get(column.ordinal());
    }

    /** The faults of one row, in the order of its columns; at most as many as it has columns. */
    private static final class Faults {

        private final int row;
        private final List<RowFault> found = new ArrayList<>(0);

        Faults(int row) {
            this.row = row;
        }

        void add(Column column, RowFault.Kind kind) {
            found.add(RowFault.of(row, column, kind));
        }

        void add(Column column, @Nullable IdentifierProblem problem) {
            if (problem != null) {
                found.add(new RowFault(row, column.title(), problem.code(), problem.text()));
            }
        }
    }
}
