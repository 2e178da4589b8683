package org.nxsi.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 {@code application/problem+json}.
 *
 * @param status HTTP status
 * @param code stable name that programs may rely on, such as {@code run-exists}
 * @param detail what happened and what to do, for people
 * @param field the offending field or parameter, where there is one
 * @param clause the rule that refused, such as {@code 社会保险法 第五十七条}, where a rule did
 * @param members further members of the problem, such as the id of what exists already
 */
public record Problem(
        int status,
        String code,
        String detail,
        @Nullable String field,
        @Nullable String clause,
        Map<String, Object> members) {

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, null, null, Map.of());
    }

    public static Problem badRequest(String code, String field, String detail) {
        return of(400, code, detail).at(field);
    }

    public static Problem notFound(String code, String detail) {
        return of(404, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    public Problem at(String offendingField) {
        return new Problem(status, code, detail, offendingField, clause, members);
    }

    public Problem under(String refusingClause) {
        return new Problem(status, code, detail, field, refusingClause, members);
    }

    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, code, detail, field, clause, more);
    }

    /** To be thrown where a refusal ends the request. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The body: {@code type, title, status, code, detail, field, clause} and the further members. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:nxsi:problem:" + code);
        body.put("title", code.replace('-', ' '));
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        if (field != null) {
            body.put("field", field);
        }
        if (clause != null) {
            body.put("clause", clause);
        }
        body.putAll(members);
        return body;
    }
}
