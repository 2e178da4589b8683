package org.nxsi.systemtests.evidence;

import org.nxsi.platform.money.Fen;

/**
 * What one bank's statements said of one run.
 *
 * @param done whether they have been read since they were last asked for
 * @param payments entries that credit payees, those that came back included
 * @param differences how many were found and named
 */
public record Reconciliation(
        String id,
        String run,
        String bank,
        boolean done,
        long payments,
        Fen paymentsAmount,
        long returns,
        Fen returnsAmount,
        long differences) {}
