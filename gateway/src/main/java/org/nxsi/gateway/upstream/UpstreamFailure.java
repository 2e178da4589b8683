package org.nxsi.gateway.upstream;

/** A service gave no answer: it cannot be reached, broke off, or took too long. Breakers count these. */
public final class UpstreamFailure extends RuntimeException {

    private final String reason;

    UpstreamFailure(String service, String reason, Throwable cause) {
        super(service + " " + reason, cause);
        this.reason = reason;
    }

    /** For people, after the service's name: {@code cannot be reached}. */
    public String reason() {
        return reason;
    }
}
