package org.nxsi.gateway.access;

import java.util.List;
import org.nxsi.gateway.catalogue.Channel;
import org.nxsi.gateway.catalogue.Item;
import org.nxsi.gateway.protection.RateLimits;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Who may use which door. Each guard also takes the caller's turn at the rate limits. */
public final class Guards {

    private static final String CONSOLE = "ops-console";
    private static final List<Role> STAFF = List.of(Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.AUDITOR, Role.ADMIN);

    private final RateLimits rates;

    Guards(RateLimits rates) {
        this.rates = rates;
    }

    /** People on a channel: the token was issued to that channel. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> channel(Channel channel) {
        return (request, next) -> {
            enter(Callers.of(request), channel);
            return next.handle(request);
        };
    }

    /** People who use an item: on its channel, in the role that the item is for. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> item(Channel channel, Item item) {
        return people(channel, List.of(item.role()));
    }

    /** People on a channel, in one of the roles. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> people(Channel channel, List<Role> roles) {
        Role[] oneOf = roles.toArray(Role[]::new);
        return (request, next) -> {
            Caller caller = Callers.of(request);
            enter(caller, channel);
            caller.require(oneOf);
            return next.handle(request);
        };
    }

    /** Staff at the console, in one of the roles, or in any staff role where none is named. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> staff(List<Role> roles) {
        Role[] oneOf = (roles.isEmpty() ? STAFF : roles).toArray(Role[]::new);
        return (request, next) -> {
            Caller caller = Callers.of(request);
            if (!caller.client().equals(CONSOLE)) {
                throw Problem.forbidden("console-only", "this is for staff at the console")
                        .exception();
            }
            rates.admit(caller);
            caller.require(oneOf);
            return next.handle(request);
        };
    }

    /**
     * A partner's own client, at its own path: a bank {@code 102} is the client {@code bank-102} at {@code
     * /partner/v1/banks/102/…}.
     *
     * @param role what kind of partner the path is for
     */
    public HandlerFilterFunction<ServerResponse, ServerResponse> partner(Role role) {
        return (request, next) -> {
            Caller caller = Callers.of(request);
            rates.admit(caller);
            caller.require(role);
            String code = request.pathVariable("code");
            if (!code.equals(caller.partner()) || !caller.client().equals(role.claim() + "-" + code)) {
                throw Problem.forbidden("partner-mismatch", "this path is another partner's")
                        .exception();
            }
            return next.handle(request);
        };
    }

    /** Anybody, without a token: only how often they come is bounded, by their address. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> visitor() {
        return (request, next) -> {
            rates.admitVisitor(request.servletRequest().getRemoteAddr());
            return next.handle(request);
        };
    }

    private void enter(Caller caller, Channel channel) {
        if (!caller.client().equals(channel.name())) {
            throw Problem.forbidden(
                            "channel-mismatch",
                            "a token of " + caller.client() + " does not open the channel " + channel.name())
                    .with("channel", channel.name())
                    .exception();
        }
        rates.admit(caller);
    }
}
