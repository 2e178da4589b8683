package org.nxsi.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.Masking;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request its id and writes one line about it. The line has no query (it may hold
 * anything), no number that could be a person's or an account's, and of a person only the head of the opaque id.
 */
final class AccessLog extends OncePerRequestFilter {

    private static final Logger access = LoggerFactory.getLogger("access");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11,}[Xx]?");
    private static final int PERSON_SHOWN = 6;

    private final ProblemWriter problems;

    AccessLog(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start_ns = System.nanoTime();
        CallId id = CallId.of(request);
        id.attachTo(request);
        response.setHeader(CallId.REQUEST_ID, id.requestId());
        MDC.put("requestId", id.requestId());
        boolean broken = true;
        try {
            pass(request, response, chain);
            broken = false;
        } finally {
            write(request, response, broken, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start_ns));
            MDC.remove("requestId");
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException noKeys) {
            access.warn("tokens cannot be checked: {}", noKeys.toString());
            problems.write(
                    response, Problem.of(503, "identity-unavailable", "tokens cannot be checked now; try again"));
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, boolean broken, long took_ms) {
        @Nullable Caller caller = Callers.attachedTo(request);
        access.info(
                "{} {} {} {} ms client={} person={} id={}",
                request.getMethod(),
                masked(request.getRequestURI()),
                broken ? "broken" : Integer.toString(response.getStatus()),
                took_ms,
                caller == null ? "-" : caller.client(),
                caller == null ? "-" : head(caller.actor()),
                MDC.get("requestId"));
    }

    static String masked(String path) {
        return LONG_NUMBER
                .matcher(path)
                .replaceAll(number -> Matcher.quoteReplacement(Masking.bankAccount(number.group())));
    }

    private static String head(String id) {
        return id.length() <= PERSON_SHOWN ? id : id.substring(0, PERSON_SHOWN) + "…";
    }
}
