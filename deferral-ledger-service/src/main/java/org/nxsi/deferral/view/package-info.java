/**
 * The ledger as people see it: citizens their own entries, agents their employer's, clerks those of their area; lists,
 * totals, and what would follow from a lifting. Nothing here changes anything.
 */
@NullMarked
package org.nxsi.deferral.view;

import org.jspecify.annotations.NullMarked;
