/** The month as a plain Spring Batch job on PostgreSQL: what a user would pick instead of NXSI, to be measured beside it. */
@NullMarked
package org.nxsi.baseline;

import org.jspecify.annotations.NullMarked;
