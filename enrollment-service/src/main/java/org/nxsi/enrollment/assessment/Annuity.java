package org.nxsi.enrollment.assessment;

import org.nxsi.platform.money.Fen;

/**
 * A person's occupational annuity (职业年金) of a month beside scheme 120: a fund of its own and no basic pension, so that
 * it stands in no scheme's total and in no due of a scheme (国办发〔2015〕18号).
 */
public record Annuity(Fen base, Fen employer, Fen person) {}
