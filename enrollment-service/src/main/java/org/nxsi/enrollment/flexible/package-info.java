/** Flexible workers (灵活就业人员), who choose their base and pay both shares themselves. */
@NullMarked
package org.nxsi.enrollment.flexible;

import org.jspecify.annotations.NullMarked;
