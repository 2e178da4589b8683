package org.nxsi.enrollment.collector;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The door of collectors: each comes under its own code, with bodies of a bounded size. */
@Component
public class CollectorDoor {

    /** Far more than a thousand lines take. */
    static final int MOST_BYTES = 1024 * 1024;

    private final JsonMapper json;

    CollectorDoor(JsonMapper json) {
        this.json = json;
    }

    /** @throws ProblemException 403 {@code role-required} or {@code partner-mismatch} */
    public void require(Caller caller, String code) {
        caller.require(Role.COLLECTOR);
        if (!code.equals(caller.partner())) {
            throw Problem.forbidden("partner-mismatch", "this client is not collector " + code)
                    .exception();
        }
    }

    /**
     * What the body says.
     *
     * @throws ProblemException 413 {@code body-too-large}; 400 {@code malformed-body} with the field
     */
    public <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.of(413, "body-too-large", "at most " + MOST_BYTES + " bytes")
                    .exception();
        }
        T read;
        try {
            read = json.readValue(body, type);
        } catch (JacksonException malformed) {
            throw Problem.badRequest("malformed-body", field(malformed), malformed.getOriginalMessage())
                    .exception();
        }
        if (read == null) {
            throw Problem.of(400, "malformed-body", "the body is missing").exception();
        }
        return read;
    }

    private static String field(JacksonException malformed) {
        return malformed.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
