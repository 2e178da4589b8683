package org.nxsi.platform.partner;

import java.util.Arrays;

/** What an envelope carries; part of the signed header, so that one kind of message cannot be passed off as another. */
public enum MessageType {
    PAYMENT_ORDER("pain.001.001.09"),
    PAYMENT_STATUS_REPORT("pain.002.001.10"),
    ACCOUNT_STATEMENT("camt.053.001.08"),
    INQUIRY("nxsi.inquiry.1"),
    STATEMENT_REQUEST("nxsi.statement-request.1"),
    ACCOUNT_CHECK("nxsi.account-check.1"),
    ACCOUNT_CHECK_ANSWER("nxsi.account-check-answer.1");

    private final String wireName;

    MessageType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** @throws MalformedMessage for a name that is none of these */
    public static MessageType ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedMessage("unknown message type"));
    }
}
