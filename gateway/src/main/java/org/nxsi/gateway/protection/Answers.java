package org.nxsi.gateway.protection;

import org.nxsi.platform.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** A problem as the answer of a route. */
public final class Answers {

    private Answers() {}

    public static ServerResponse of(Problem problem) {
        return ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    /**
     * A refusal for now.
     *
     * @param wait_s seconds after which it makes sense to come again, at least 1
     */
    public static ServerResponse retryLater(Problem problem, long wait_s) {
        return ServerResponse.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait_s)))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
