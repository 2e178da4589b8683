/**
 * Dues that are not paid in time: put off where an emergency period covers their due date, told to the deferral ledger and
 * made up later (宁人社办发〔2020〕2号 第七条); and what being late costs (社会保险法 第八十六条).
 */
@NullMarked
package org.nxsi.enrollment.lateness;

import org.jspecify.annotations.NullMarked;
