package org.nxsi.enrollment.reconciliation;

import org.nxsi.platform.money.Fen;

/**
 * Counts and sums of a day, the statement's and those of the notices. Public for the codec's sake.
 *
 * @param theirTotal amounts with late fees, what was taken back below zero
 */
public record Sides(int theirCount, Fen theirTotal, int ourCount, Fen ourTotal) {}
