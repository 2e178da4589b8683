package org.nxsi.platform.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/** A calculation needs a parameter that is not known. It names the parameter and the document that would tell. */
public final class PolicyUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why nothing can be answered. */
    public enum Reason {
        /** No file says anything for this area, scheme and day. */
        NO_ENTRY,
        /** The value is known to be missing. */
        NOT_KNOWN,
        /** A value is there, but not whether it was published in time. */
        PUBLICATION_NOT_KNOWN
    }

    private final String key;
    private final String region;
    private final String scheme;
    private final LocalDate date;
    private final Reason reason;
    private final @Nullable String missing;

    PolicyUnknown(String key, AreaCode region, String scheme, LocalDate date, Reason reason, @Nullable String missing) {
        super("policy %s is not known for region %s, scheme %s on %s%s"
                .formatted(key, region, scheme, date, missing == null ? "" : ": missing " + missing));
        this.key = key;
        this.region = region.code();
        this.scheme = scheme;
        this.date = date;
        this.reason = reason;
        this.missing = missing;
    }

    /** Stable code for answers: {@code policy-unknown}. */
    public String code() {
        return "policy-unknown";
    }

    public String key() {
        return key;
    }

    /** The area that was asked for, six digits. */
    public String region() {
        return region;
    }

    public String scheme() {
        return scheme;
    }

    public LocalDate date() {
        return date;
    }

    public Reason reason() {
        return reason;
    }

    /** The document that would tell; null if not even that is on record. */
    public @Nullable String missing() {
        return missing;
    }
}
