/**
 * The ledger as a file that people open in a spreadsheet: XLSX or CSV, row by row as it is read, so that its length
 * costs no memory. Every cell is a text and none can be taken for a formula.
 */
@NullMarked
package org.nxsi.deferral.export;

import org.jspecify.annotations.NullMarked;
