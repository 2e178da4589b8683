package org.nxsi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Commands carry an Idempotency-Key: missing 400; same key and body, the same answer; same key and other body 422;
 * while the first is in flight 409. Uploads that are streamed (text/csv) look after their key themselves, since their
 * body is never held in memory.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String COMMAND = IdempotencyFilter.class.getName() + ".command";
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> KEPT_HEADERS = Set.of("Location", "Content-Type", "Retry-After");
    private static final int KEY_LIMIT = 128;

    private final CommandRecords records;
    private final ProblemWriter problems;
    private final int bodyLimit_bytes;

    IdempotencyFilter(CommandRecords records, ProblemWriter problems, int bodyLimit_bytes) {
        this.records = records;
        this.problems = problems;
        this.bodyLimit_bytes = bodyLimit_bytes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !COMMANDS.contains(request.getMethod()) || !(path.startsWith("/v1/") || path.startsWith("/admin/v1/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > KEY_LIMIT) {
            problems.write(
                    response,
                    Problem.badRequest(
                            "idempotency-key-required",
                            "Idempotency-Key",
                            "commands need an Idempotency-Key of 1 to " + KEY_LIMIT + " characters"));
            return;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            chain.doFilter(request, response);
            return;
        }
        CommandId id =
                CommandId.of(Caller.of(token.getToken()), request.getMethod() + " " + request.getRequestURI(), key);
        request.setAttribute(COMMAND, id);
        if (isStreamed(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(bodyLimit_bytes + 1);
        if (body.length > bodyLimit_bytes) {
            problems.write(response, Problem.of(413, "body-too-large", "at most " + bodyLimit_bytes + " bytes"));
            return;
        }
        once(id, new BufferedRequest(request, body), body, response, chain);
    }

    private void once(
            CommandId id, HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (records.begin(id, HexFormat.of().formatHex(CommandId.sha256(body)))) {
            case null -> carryOut(id, request, response, chain);
            case CommandRecords.Earlier.InFlight ignored ->
                problems.write(
                        response,
                        Problem.conflict("command-in-flight", "the same command is being carried out; ask again soon"));
            case CommandRecords.Earlier.OtherBody ignored ->
                problems.write(
                        response,
                        Problem.of(422, "idempotency-key-reused", "this key came before with another body")
                                .at("Idempotency-Key"));
            case CommandRecords.Earlier.Answered answered -> replay(answered, response);
        }
    }

    private void carryOut(CommandId id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, answer);
            answered = answer.getStatus() < 500 && answer.getStatus() != 429;
        } finally {
            if (answered) {
                records.done(id, answer.getStatus(), kept(answer), answer.getContentAsByteArray());
            } else {
                records.abandoned(id);
            }
            answer.copyBodyToResponse();
        }
    }

    private static Map<String, String> kept(HttpServletResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            @Nullable String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void replay(CommandRecords.Earlier.Answered answered, HttpServletResponse response)
            throws IOException {
        response.setStatus(answered.status());
        answered.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentLength(answered.body().length);
        response.getOutputStream().write(answered.body());
    }

    private static boolean isStreamed(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("text/csv");
    }
}
