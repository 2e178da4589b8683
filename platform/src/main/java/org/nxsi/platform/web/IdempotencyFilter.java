package org.nxsi.platform.web;

import com.mongodb.MongoException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    static final String KEY = "Idempotency-Key";
    static final String COMMAND = IdempotencyFilter.class.getName() + ".command";
    /** See {@link Question}. */
    private static final String QUESTIONS = "/lookups";

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
        String path = path(request);
        boolean commanding = path.startsWith("/v1/") || path.startsWith("/admin/v1/");
        return !COMMANDS.contains(request.getMethod()) || !commanding || path.endsWith(QUESTIONS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (key == null || key.isBlank() || key.length() > KEY_LIMIT) {
            problems.write(
                    response,
                    Problem.badRequest(
                            "idempotency-key-required",
                            KEY,
                            "commands need an Idempotency-Key of 1 to " + KEY_LIMIT + " characters"));
            return;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            chain.doFilter(request, response);
            return;
        }
        CommandId id = CommandId.of(Caller.of(token.getToken()), request.getMethod() + " " + path(request), key);
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
        once(id, digest(request, body), new BufferedRequest(request, body), response, chain);
    }

    private void once(
            CommandId id, String digest, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CommandRecords.@Nullable Earlier earlier;
        try {
            earlier = records.begin(id, digest);
        } catch (MongoException failed) {
            log.warn("cannot tell whether a command came before: {}", failed.toString());
            problems.write(response, Problem.of(503, "store-unavailable", "nothing was done, try again"));
            return;
        }
        switch (earlier) {
            case null -> carryOut(id, request, response, chain);
            case CommandRecords.Earlier.InFlight ignored ->
                problems.write(
                        response,
                        Problem.conflict("command-in-flight", "the same command is being carried out; ask again soon"));
            case CommandRecords.Earlier.OtherBody ignored ->
                problems.write(
                        response,
                        Problem.of(422, "idempotency-key-reused", "this key came before with another body")
                                .at(KEY));
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
            remember(id, answered, answer);
            answer.copyBodyToResponse();
        }
    }

    /**
     * What was answered is answered, whether or not the store takes a note of it now; {@link CommandRecords} does not forget.
     */
    private void remember(CommandId id, boolean answered, ContentCachingResponseWrapper answer) {
        try {
            if (answered) {
                records.done(id, answer.getStatus(), kept(answer), answer.getContentAsByteArray());
            } else {
                records.abandoned(id);
            }
        } catch (MongoException failed) {
            log.warn("no note can be taken of an answer {}: {}", answer.getStatus(), failed.toString());
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

    /** What the container decoded and routes by, so that no other spelling of a path gets past. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private static String digest(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        String digest = HexFormat.of().formatHex(CommandId.sha256(body));
        return query == null ? digest : CommandId.sha256(query + "|" + digest);
    }

    private static boolean isStreamed(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("text/csv");
    }
}
