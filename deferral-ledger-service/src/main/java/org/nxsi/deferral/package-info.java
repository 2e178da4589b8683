/** The emergency period, and the ledger (台账) of everything put off because of it. */
@NullMarked
package org.nxsi.deferral;

import org.jspecify.annotations.NullMarked;
