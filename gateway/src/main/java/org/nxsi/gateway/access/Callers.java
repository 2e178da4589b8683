package org.nxsi.gateway.access;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.function.ServerRequest;

/** The caller of a request, as its verified token says. */
final class Callers {

    private static final String ATTRIBUTE = Callers.class.getName();

    private Callers() {}

    /** @throws org.nxsi.platform.web.ProblemException 401 {@code token-required} without a token */
    static Caller of(ServerRequest request) {
        if (request.principal().orElse(null) instanceof JwtAuthenticationToken token) {
            Caller caller = Caller.of(token.getToken());
            request.servletRequest().setAttribute(ATTRIBUTE, caller);
            return caller;
        }
        throw Problem.of(401, "token-required", "this needs a token").exception();
    }

    /** For the log: the caller, where the request got as far as that. */
    static @Nullable Caller attachedTo(ServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }
}
