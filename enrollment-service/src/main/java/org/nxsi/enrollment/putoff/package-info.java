/**
 * What this service tells the deferral ledger: business that was put off in an emergency period, and that was made up
 * (宁人社办发〔2020〕2号 第七条).
 */
@NullMarked
package org.nxsi.enrollment.putoff;

import org.jspecify.annotations.NullMarked;
