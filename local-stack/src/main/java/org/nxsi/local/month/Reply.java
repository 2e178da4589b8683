package org.nxsi.local.month;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway or the partners answered.
 *
 * @param body the JSON of the answer; an empty object where there is none
 * @param location of what was made, where the answer names it
 */
record Reply(int status, JsonNode body, Optional<String> location) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The stable code of a problem answer (RFC 9457), or an empty text. */
    String code() {
        return body.path("code").asString("");
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    long number(String field) {
        return body.path(field).asLong(0);
    }

    /** @throws MonthFailure saying what was tried, unless the answer is a success */
    Reply orFail(String what) {
        if (!isSuccess()) {
            throw new MonthFailure(what + ": " + describe());
        }
        return this;
    }

    /** Status, code and detail of a refusal in one line. */
    String describe() {
        String detail = body.path("detail").asString(body.path("title").asString(""));
        return "answered " + status + (code().isEmpty() ? "" : " " + code()) + (detail.isEmpty() ? "" : ": " + detail);
    }
}
