package org.nxsi.platform.partner;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sealed envelope as it travels, after the manner of GM/T 0010: header in clear, deflated content under SM4-GCM with
 * a random key, that key under the receiver's SM2 key, and the sender's SM2 signature over all of it.
 *
 * @param messageId the id that the receiver compares repetitions by, 1 to 35 characters
 * @param type {@link MessageType#wireName()} of the content
 * @param digest HMAC-SM3 of the deflated content under the message's own random key, hex: binds the signature to the content
 *     without letting a reader of the envelope guess at it
 * @param wrappedKey the SM4 key under the receiver's SM2 key (C1C3C2), base64
 * @param iv SM4-GCM nonce of 12 bytes, base64
 * @param cipherText deflated content and 16 bytes of tag, base64
 * @param signature SM2 over SM3, DER, base64
 */
public record SealedMessage(
        String sender,
        String receiver,
        String messageId,
        String type,
        String digest,
        String wrappedKey,
        String iv,
        String cipherText,
        String signature) {

    /** Content type of an envelope over HTTP. */
    public static final String MEDIA_TYPE = "application/vnd.nxsi.sealed+json";

    /** The longest envelope that is read, in bytes. */
    public static final int MAX_BYTES = 12 * 1024 * 1024;

    private static final Pattern PARTNER = Pattern.compile("[a-z0-9-]{1,35}");
    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9+/.:_-]{1,35}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_SHORT_FIELD = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_BYTES)
                            .maxNestingDepth(2)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public SealedMessage {
        require(PARTNER.matcher(sender).matches(), "sender");
        require(PARTNER.matcher(receiver).matches(), "receiver");
        require(MESSAGE_ID.matcher(messageId).matches(), "messageId");
        require(type.length() <= MAX_SHORT_FIELD, "type");
        require(DIGEST.matcher(digest).matches(), "digest");
        require(wrappedKey.length() <= MAX_SHORT_FIELD, "wrappedKey");
        require(iv.length() <= MAX_SHORT_FIELD, "iv");
        require(signature.length() <= MAX_SHORT_FIELD, "signature");
    }

    /** @throws MalformedMessage unless the bytes are an envelope, and no longer than {@link #MAX_BYTES} */
    public static SealedMessage fromJson(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new MalformedMessage("envelope is longer than " + MAX_BYTES + " bytes");
        }
        try {
            SealedMessage message = JSON.readValue(json, SealedMessage.class);
            require(message != null, "all");
            return message;
        } catch (JacksonException e) {
            throw new MalformedMessage("not a sealed envelope", e);
        }
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new MalformedMessage("envelope field " + field + " is not well-formed");
        }
    }
}
