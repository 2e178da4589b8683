package org.nxsi.enrollment.account;

import java.time.LocalDate;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;

/**
 * An account as other parts see it.
 *
 * @param balance the sum of its entries
 * @param provisional whether interest of any year still waits for that year's own rate
 */
public record AccountView(
        PersonId person, Scheme scheme, AccountState state, LocalDate openedOn, Fen balance, boolean provisional) {}
