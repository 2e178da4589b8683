/** Past months that are made up for (补缴), with the limits and rates of each month. */
@NullMarked
package org.nxsi.enrollment.makeup;

import org.jspecify.annotations.NullMarked;
