package org.nxsi.enrollment.account;

import java.time.LocalDate;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * The account's part of one person's contribution of one month has arrived.
 *
 * @param scheme one that keeps an account
 * @param accountPart all of it, whatever earlier tellings said: what they credited already is taken off; zero when the
 *     payment was taken back
 * @param arrivedOn when the money came in: it earns interest from that month
 * @param due what it was paid for: {@code <payer>|<scheme>|<month>}
 * @param revision grows with every telling about this due, person and month: the highest one counts
 */
public record ArrivedLine(
        PersonId person, Scheme scheme, Month month, Fen accountPart, LocalDate arrivedOn, String due, int revision) {

    /** @throws IllegalArgumentException for a scheme without accounts, a negative part or revision, or no due */
    public ArrivedLine {
        if (!scheme.keepsAccount() || accountPart.isNegative() || revision < 0 || due.isBlank()) {
            throw new IllegalArgumentException("nothing that could be credited: scheme " + scheme.code() + ", due "
                    + due + ", revision " + revision + ", " + accountPart);
        }
    }
}
