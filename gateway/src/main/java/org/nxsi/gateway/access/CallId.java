package org.nxsi.gateway.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * By what name a request is found again in the logs of all services.
 *
 * @param requestId the caller's own {@code X-Request-Id} if it is a plain word, else the trace id
 * @param traceparent W3C trace context: the caller's trace, or a new one, with a step of our own
 */
record CallId(String requestId, String traceparent) {

    static final String REQUEST_ID = "X-Request-Id";
    private static final String TRACEPARENT = "traceparent";
    private static final String ATTRIBUTE = CallId.class.getName();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern TRACE =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    static CallId of(HttpServletRequest request) {
        Matcher incoming = TRACE.matcher(orEmpty(request.getHeader(TRACEPARENT)));
        boolean known = incoming.matches();
        String trace = known ? incoming.group(1) : randomHex(16);
        String flags = known ? incoming.group(2) : "01";
        String own = orEmpty(request.getHeader(REQUEST_ID));
        String requestId = PLAIN.matcher(own).matches() ? own : trace;
        return new CallId(requestId, "00-" + trace + "-" + randomHex(8) + "-" + flags);
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static @Nullable CallId attachedTo(ServletRequest request) {
        return (CallId) request.getAttribute(ATTRIBUTE);
    }

    void writeTo(HttpHeaders headers) {
        headers.set(REQUEST_ID, requestId);
        headers.set(TRACEPARENT, traceparent);
    }

    private static String orEmpty(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // all zeros is not a valid id
        return HexFormat.of().formatHex(random);
    }
}
