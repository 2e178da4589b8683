/**
 * Employers: who they are to the bureau, in which schemes they take part since when, and who may act for them. What
 * they pay by (risk class, float, size for relief) holds by month, and is decided by a reviewer.
 */
@NullMarked
package org.nxsi.enrollment.employer;

import org.jspecify.annotations.NullMarked;
