package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;

/**
 * That a label was confirmed for a year.
 *
 * @param source what it rests on: the number of a case, or the reference of a list that another authority shared
 * @param on business date
 * @param by who confirmed it, a person
 */
public record Confirmation(Label label, String source, LocalDate on, String by) {}
