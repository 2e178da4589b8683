package org.nxsi.simulators.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nxsi.platform.partner.SealedMessage;
import tools.jackson.databind.json.JsonMapper;

/** What goes back over HTTP. */
record Answer(
        int status,
        String contentType,
        @SuppressWarnings("ArrayRecordComponent") byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer json(Object value) {
        return new Answer(200, "application/json", JSON.writeValueAsBytes(value));
    }

    static Answer sealed(SealedMessage message) {
        return new Answer(200, SealedMessage.MEDIA_TYPE, message.toJson());
    }

    static Answer problem(Refusal refusal) {
        return problem(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
    }

    static Answer problem(int status, String code, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        return new Answer(status, "application/problem+json", JSON.writeValueAsBytes(problem));
    }
}
