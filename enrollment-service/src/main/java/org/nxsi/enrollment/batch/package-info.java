/**
 * Lists of rows that are carried out in bulk, with what became of each row: kept whole before anything is done, taken up
 * again after a crash, all good rows done and none twice.
 */
@NullMarked
package org.nxsi.enrollment.batch;

import org.jspecify.annotations.NullMarked;
