package org.nxsi.baseline.calculation;

import java.time.LocalDate;

/**
 * A person's periodic benefit under one scheme, a row.
 *
 * @param id {@code payee|scheme}
 * @param seq the row's number, from 1, given by the database; 0 before
 * @param entitledFrom first month of the benefit, {@code 2011-07}
 */
public record Beneficiary(
        String id,
        long seq,
        String payee,
        String number,
        String name,
        String area,
        String scheme,
        String entitledFrom,
        long basic_fen,
        long personalAccount_fen,
        long transitional_fen,
        long subsidy_fen,
        String bank,
        String accountNumber,
        String accountHolder,
        LocalDate certifiedUntil,
        String status,
        long version) {

    long amount_fen() {
        return Math.addExact(
                Math.addExact(basic_fen, personalAccount_fen), Math.addExact(transitional_fen, subsidy_fen));
    }
}
