package org.nxsi.enrollment.wage;

import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A monthly wage that an employer has declared; it holds until another is declared.
 *
 * @param wage as declared, before any limit
 * @param from first month it holds for
 * @param declaration number of the declaration
 */
public record Declared(Fen wage, Month from, String declaration) {}
