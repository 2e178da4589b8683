package org.nxsi.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Opens a door to tokens of one client (empty: of any) that carry one of the roles. */
class ClientAndRole implements AuthorizationManager<RequestAuthorizationContext> {

    private final String client;
    private final List<Role> oneOf;

    ClientAndRole(String client, Role... oneOf) {
        this.client = client;
        this.oneOf = Arrays.asList(oneOf);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        if (!(authentication.get() instanceof JwtAuthenticationToken token)) {
            return new AuthorizationDecision(false);
        }
        Caller caller = Caller.of(token.getToken());
        boolean rightClient = client.isEmpty() || client.equals(caller.client());
        return new AuthorizationDecision(rightClient && oneOf.stream().anyMatch(caller::has));
    }
}
