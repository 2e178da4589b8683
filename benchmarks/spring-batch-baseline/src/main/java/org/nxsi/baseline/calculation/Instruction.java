package org.nxsi.baseline.calculation;

import org.jspecify.annotations.Nullable;

/**
 * An order to pay one obligation, a row as it is inserted.
 *
 * @param id the obligation's key, {@code payee|scheme|PENSION|month|1}
 * @param exception code of the named exception; null unless there is one
 */
record Instruction(
        String id,
        String batch,
        Beneficiary beneficiary,
        long amount_fen,
        String endToEndId,
        String status,
        @Nullable String exception,
        boolean certificationOverdue) {}
