package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import org.nxsi.platform.money.Fen;

/**
 * Money that has come. Public for the driver only.
 *
 * @param amount above zero
 * @param on the day on which it came
 */
public record Money(String messageId, Fen amount, LocalDate on) {}
