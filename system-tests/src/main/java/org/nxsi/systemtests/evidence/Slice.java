package org.nxsi.systemtests.evidence;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** A worker's piece of a run. */
public record Slice(
        String id, String run, boolean closed, @Nullable Result result) {

    /** What it was closed with; read = payable + exceptions + not due. */
    public record Result(
            long read, long notDue, long payable, Fen payableAmount, long exceptions, Fen exceptionsAmount) {}
}
