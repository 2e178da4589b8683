package org.nxsi.pension.roster;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.identity.BankAccount;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A row that nothing is wrong with.
 *
 * @param row number as a spreadsheet counts: the header is row 1
 * @param number social-security number, a check letter in upper case
 * @param name the person's name, normalised
 */
record RosterRow(
        int row,
        String number,
        String name,
        String area,
        Scheme scheme,
        Month entitledFrom,
        BenefitComponents components,
        PayeeAccount account,
        LocalDate certifiedUntil) {

    private static final char TAB = '\t';

    /** Whether the account number is one that cards never have: worth a look, and never a reason to refuse. */
    boolean isAccountUnusual() {
        return !BankAccount.parse(account.number()).looksLikeCard();
    }

    /** The row as a chunk keeps it: tabs between fields, which none of them can hold. */
    void writeTo(StringBuilder lines) {
        lines.append(row)
                .append(TAB)
                .append(number)
                .append(TAB)
                .append(name)
                .append(TAB)
                .append(area);
        lines.append(TAB).append(scheme.code()).append(TAB).append(entitledFrom);
        for (Fen part : List.of(
                components.basic(), components.personalAccount(), components.transitional(), components.subsidy())) {
            lines.append(TAB).append(part.amount_fen());
        }
        lines.append(TAB).append(account.bank()).append(TAB).append(account.number());
        lines.append(TAB)
                .append(account.holder())
                .append(TAB)
                .append(certifiedUntil)
                .append('\n');
    }

    /** Reads what {@link #writeTo} wrote, without the line break. */
    static RosterRow ofLine(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != Column.BANK_SIDE.ordinal() + 1) {
            throw new IllegalArgumentException("not the line of a roster row");
        }
        return new RosterRow(
                Integer.parseInt(fields[0]),
                fields[1],
                fields[2],
                fields[3],
                Scheme.ofCode(fields[4]),
                Month.parse(fields[5]),
                new BenefitComponents(fen(fields[6]), fen(fields[7]), fen(fields[8]), fen(fields[9])),
                new PayeeAccount(fields[10], fields[11], fields[12]),
                LocalDate.parse(fields[13]));
    }

    private static Fen fen(String amount_fen) {
        return Fen.of(Long.parseLong(amount_fen));
    }

    /** Masked: a log line never shows the person. */
    @Override
    public String toString() {
        return "RosterRow[" + row + " " + Masking.socialNumber(number) + " " + Masking.name(name) + "]";
    }
}
