package org.nxsi.simulators.faults;

import org.nxsi.platform.partner.SealedMessage;

/** An envelope under a signature that was made for another one. */
public final class WrongSignature {

    private WrongSignature() {}

    public static SealedMessage on(SealedMessage message) {
        return new SealedMessage(
                message.sender(),
                message.receiver(),
                message.messageId(),
                message.type(),
                message.digest(),
                message.wrappedKey(),
                message.iv(),
                message.cipherText(),
                changed(message.signature()));
    }

    private static String changed(String base64) {
        int middle = base64.length() / 2;
        char other = base64.charAt(middle) == 'A' ? 'B' : 'A';
        return base64.substring(0, middle) + other + base64.substring(middle + 1);
    }
}
