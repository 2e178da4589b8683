package org.nxsi.platform.partner;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The short questions and answers beside the ISO documents, as JSON inside the envelope. */
final class PartnerJson {

    private static final int MAX_BYTES = 4_096;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PartnerJson() {}

    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        if (json.length > MAX_BYTES) {
            throw new MalformedMessage(type.getSimpleName() + " is longer than " + MAX_BYTES + " bytes");
        }
        try {
            return Iso.required(JSON.readValue(json, type), type.getSimpleName());
        } catch (JacksonException e) {
            throw new MalformedMessage("not a " + type.getSimpleName(), e);
        }
    }
}
