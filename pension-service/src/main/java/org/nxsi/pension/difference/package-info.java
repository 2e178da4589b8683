/** Where a bank's word and our books part (对账差异): what kinds there are, what each allows, and what became of each. */
@NullMarked
package org.nxsi.pension.difference;

import org.jspecify.annotations.NullMarked;
