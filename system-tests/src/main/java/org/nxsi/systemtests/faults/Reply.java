package org.nxsi.systemtests.faults;

import tools.jackson.databind.JsonNode;

/**
 * What was answered.
 *
 * @param body JSON; an empty object where there is none
 */
record Reply(int status, JsonNode body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The stable code of a problem, or an empty text. */
    String code() {
        return text("code");
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    long number(String field) {
        return body.path(field).asLong(0);
    }

    /** Worth another try under the same key: too early, too busy, not there, or still at it. */
    boolean isPassing() {
        return status >= 500 || status == 429 || status == 401 || code().equals("command-in-flight");
    }

    Reply orFail(String what) {
        if (!isSuccess()) {
            throw new RoundFailure(what + ": answered " + status + " " + code() + " " + text("detail"));
        }
        return this;
    }
}
