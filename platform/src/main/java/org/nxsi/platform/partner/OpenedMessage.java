package org.nxsi.platform.partner;

/**
 * A message whose envelope was found to be the sender's, addressed to us, and intact.
 *
 * @param content the content's bytes, not parsed yet
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once to a reader, never compared
public record OpenedMessage(String sender, String messageId, MessageType type, byte[] content) {

    /** SM3 of the content, hex: the same for every repetition of a message, whatever its envelope. */
    public String digest() {
        return Seal.digest(content);
    }
}
