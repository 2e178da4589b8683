/**
 * Special groups (困难群体): who belongs to which in a year, and who pays a resident's contribution because of it. A year's
 * labels stand as they were confirmed for that year.
 */
@NullMarked
package org.nxsi.enrollment.specialgroup;

import org.jspecify.annotations.NullMarked;
