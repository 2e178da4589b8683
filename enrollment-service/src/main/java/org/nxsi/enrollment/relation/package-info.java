/** Insured relations (参保关系): who is insured under which scheme by whom, and for which months. */
@NullMarked
package org.nxsi.enrollment.relation;

import org.jspecify.annotations.NullMarked;
