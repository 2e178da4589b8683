package org.nxsi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/** 401 for a token that is missing or no good; 503 where the issuer's keys cannot be had, so that nobody can tell. */
class RefusedTokens implements AuthenticationEntryPoint, ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    private static final Logger log = LoggerFactory.getLogger(RefusedTokens.class);

    private final ProblemWriter problems;

    RefusedTokens(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (failed instanceof AuthenticationServiceException) {
            log.warn("tokens cannot be checked: {}", failed.toString());
            problems.write(response, Problem.of(503, "issuer-unavailable", "tokens cannot be checked now, try again"));
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(response, Problem.of(401, "token-required", "this needs a valid token: " + failed.getMessage()));
    }

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(this::commence);
        return filter;
    }
}
