/** Batches at the partner banks: sent once or inquired about, and what the banks say of them. */
@NullMarked
package org.nxsi.pension.payment;

import org.jspecify.annotations.NullMarked;
