package org.nxsi.enrollment.assessment;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.policy.PolicyUnknown;

/**
 * A scheme that could not be assessed, while others were.
 *
 * @param key what is not known: a policy's key, or {@code employer.risk_class} and the like
 * @param missing the document or decision that would tell; null if not even that is on record
 * @param detail for people
 */
public record NotAssessed(
        Scheme scheme, String key, @Nullable String missing, String detail) implements Rating {

    static NotAssessed of(Scheme scheme, PolicyUnknown unknown) {
        String missing = unknown.missing();
        return new NotAssessed(
                scheme,
                unknown.key(),
                missing,
                unknown.key() + " is not known for " + unknown.region() + " on " + unknown.date());
    }
}
