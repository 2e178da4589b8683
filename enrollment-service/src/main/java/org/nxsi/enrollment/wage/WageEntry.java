package org.nxsi.enrollment.wage;

import java.time.LocalDate;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * One declaration of one person's wage; never changed. Public for the driver only, which reads its components.
 *
 * @param from first month it holds for
 * @param wage as declared
 * @param declaration number of the declaration
 * @param on business date of the declaration
 * @param by person who declared it
 */
public record WageEntry(Month from, Fen wage, String declaration, LocalDate on, String by) {}
