package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;

/**
 * That a registration is late, and accepted. Public for the driver only, which reads its components.
 *
 * @param dueOn last day by normal rules: {@code relation.registration_days} after the hiring
 * @param period the emergency period that covers the day; null where none does
 * @param month in which it was due, under which the ledger keeps it
 */
public record Late(LocalDate dueOn, @Nullable String period, Month month) {}
