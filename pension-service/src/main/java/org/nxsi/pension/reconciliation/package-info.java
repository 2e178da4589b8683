/** The banks' statements against our instructions and our books (对账). */
@NullMarked
package org.nxsi.pension.reconciliation;

import org.jspecify.annotations.NullMarked;
