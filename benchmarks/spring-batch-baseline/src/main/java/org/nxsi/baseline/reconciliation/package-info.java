/** The banks' statements against instructions and books. */
@NullMarked
package org.nxsi.baseline.reconciliation;

import org.jspecify.annotations.NullMarked;
