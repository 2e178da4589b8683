/** How much is owed: the sheets (核定单) that tell it per payer and month, and the lines of each person behind them. */
@NullMarked
package org.nxsi.enrollment.assessment;

import org.jspecify.annotations.NullMarked;
