package org.nxsi.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of one command for ever: made of caller, operation and Idempotency-Key. Ids of what the command creates
 * come from here, so that a repetition after a crash finds what was done instead of doing it again.
 */
public record CommandId(String value) {

    static CommandId of(Caller caller, String operation, String key) {
        return new CommandId(sha256(caller.client() + "|" + caller.subject() + "|" + operation + "|" + key));
    }

    /** A short id for something that this command creates, the same at every repetition. */
    public String derive(String kind) {
        return sha256(value + "|" + kind).substring(0, 24);
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
