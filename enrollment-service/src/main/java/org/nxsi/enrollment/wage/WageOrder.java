package org.nxsi.enrollment.wage;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** A row that says something. @param name null where it was left out */
record WageOrder(int row, SocialNumber number, @Nullable PersonName name, Fen wage, Month from) {}
