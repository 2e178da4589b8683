package org.nxsi.baseline.payment;

/**
 * A bank batch with the control totals it was cut with.
 *
 * @param id {@code <run>.<slice>.<bank>}
 */
record Batch(String id, String bank, int payments, long amount_fen) {

    String messageId() {
        return id + "-1";
    }

    static String ofMessage(String messageId) {
        return messageId.substring(0, messageId.lastIndexOf('-'));
    }
}
