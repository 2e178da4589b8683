package org.nxsi.systemtests.evidence;

/**
 * A payment in a bank's own books, as it stands there now.
 *
 * @param messageId the order it came with
 * @param block {@code <run>/<scheme>}
 * @param state CREDITED or RETURNED
 * @param date the bank's business day
 */
public record BookEntry(
        String bank,
        String messageId,
        String block,
        String endToEndId,
        String account,
        long amountFen,
        String state,
        String date) {

    /** The batch behind the message id {@code <batch>-<attempt>}. */
    public String batch() {
        return messageId.substring(0, Math.max(0, messageId.lastIndexOf('-')));
    }

    /** Which of the batch's message ids, from 1; 0 if it is none. */
    public int attempt() {
        String number = messageId.substring(messageId.lastIndexOf('-') + 1);
        return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
    }

    /** Code of the fund that paid. */
    public String scheme() {
        return block.substring(block.lastIndexOf('/') + 1);
    }

    public boolean isReturned() {
        return state.equals("RETURNED");
    }
}
