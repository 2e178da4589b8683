/**
 * What a lifting does to the whole ledger: deadlines for all entries of the period, chunk by chunk, and the end of those
 * whose deadline is over. A job stands in the store with how far it has come; whoever has its lease goes on with it.
 */
@NullMarked
package org.nxsi.deferral.lifting;

import org.jspecify.annotations.NullMarked;
