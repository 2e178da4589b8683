/** Wages as employers declare them, and the limits within which they are a base of contributions. */
@NullMarked
package org.nxsi.enrollment.wage;

import org.jspecify.annotations.NullMarked;
