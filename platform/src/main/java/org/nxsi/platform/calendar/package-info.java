/** Working days, and reckoning in months as the law does it. Plain values; no clock of its own. */
@NullMarked
package org.nxsi.platform.calendar;

import org.jspecify.annotations.NullMarked;
