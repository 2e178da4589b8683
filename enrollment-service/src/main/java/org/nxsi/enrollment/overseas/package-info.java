/** Certificates for those who are sent abroad and stay insured here (境外社保免缴证明), so that they need not pay twice. */
@NullMarked
package org.nxsi.enrollment.overseas;

import org.jspecify.annotations.NullMarked;
