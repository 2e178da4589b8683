/**
 * The ledger (台账) of what is put off: entries as the fold of their postings, where the month of an entry stands, the
 * deadline, and the decisions that take two people (宁人社办发〔2020〕2号 第七条). An entry's arrangement is 延期, never 缓缴.
 */
@NullMarked
package org.nxsi.deferral.ledger;

import org.jspecify.annotations.NullMarked;
