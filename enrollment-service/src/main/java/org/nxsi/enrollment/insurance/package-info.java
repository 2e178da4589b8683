/** What employers and persons see of their insurance: schemes, months and what stands open. */
@NullMarked
package org.nxsi.enrollment.insurance;

import org.jspecify.annotations.NullMarked;
