package org.nxsi.gateway.protection;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.nxsi.gateway.protection.ProtectionSettings.Rates;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;

/** How often a client as a whole, and each caller through it, may come to this instance of the gateway. */
public final class RateLimits {

    private final RateLimiter clients;
    private final RateLimiter persons;
    private final RateLimiter staff;
    private final RateLimiter visitors;

    RateLimits(Rates rates, LongSupplier clock_ns) {
        this.clients = new RateLimiter(rates.client(), rates.remembered(), clock_ns);
        this.persons = new RateLimiter(rates.person(), rates.remembered(), clock_ns);
        this.staff = new RateLimiter(rates.staff(), rates.remembered(), clock_ns);
        this.visitors = new RateLimiter(rates.visitor(), rates.remembered(), clock_ns);
    }

    /**
     * Takes the caller's turn.
     *
     * @throws RateExceeded with the wait until the next request will pass
     */
    public void admit(Caller caller) {
        boolean isPerson = caller.has(Role.CITIZEN) || caller.has(Role.EMPLOYER_AGENT);
        RateLimiter own = isPerson ? persons : staff;
        refuseIf(own.tryPass(caller.client() + "|" + caller.actor()), "you send too many requests");
        refuseIf(clients.tryPass(caller.client()), "too many requests through this client");
    }

    /**
     * Takes the turn of somebody without a token.
     *
     * @param address where the connection comes from
     * @throws RateExceeded with the wait until the next request will pass
     */
    public void admitVisitor(String address) {
        refuseIf(visitors.tryPass(address), "too many requests from your address");
        refuseIf(clients.tryPass("visitors"), "too many requests without a token");
    }

    private static void refuseIf(long wait_ns, String detail) {
        if (wait_ns > 0) {
            throw new RateExceeded(
                    Problem.of(429, "rate-exceeded", detail), 1 + TimeUnit.NANOSECONDS.toSeconds(wait_ns));
        }
    }

    /** A refusal that knows when to come again. */
    public static final class RateExceeded extends RuntimeException {

        private final transient Problem problem;
        private final long wait_s;

        RateExceeded(Problem problem, long wait_s) {
            super(problem.code(), null, false, false);
            this.problem = problem;
            this.wait_s = wait_s;
        }

        public Problem problem() {
            return problem;
        }

        public long wait_s() {
            return wait_s;
        }
    }
}
