/** The month's disbursement, measured on the real parts. */
@NullMarked
package org.nxsi.benchmarks.disbursement;

import org.jspecify.annotations.NullMarked;
