package org.nxsi.platform.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * One entry of a policy file.
 *
 * @param content null if not known; then {@code missing} names the document that would tell
 * @param layer 0 for what ships, higher for files added on top of it
 * @param place file and line, for messages
 */
record PolicyEntry(
        String key,
        AreaCode region,
        String scheme,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate publishedOn,
        @Nullable PolicyContent content,
        String unit,
        @Nullable String docNo,
        String provenance,
        PolicyStatus status,
        @Nullable String missing,
        int layer,
        String place) {

    /** The winner comes last: the later start, then the higher layer, then the later publication. */
    static final Comparator<PolicyEntry> BY_PRECEDENCE = Comparator.comparing(PolicyEntry::validFrom)
            .thenComparingInt(PolicyEntry::layer)
            .thenComparing(PolicyEntry::publishedOn, Comparator.nullsFirst(Comparator.naturalOrder()));

    boolean covers(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    /** Whether the publication day is known not to be after the day, or is not known at all. */
    boolean mayBePublishedBy(LocalDate day) {
        return publishedOn == null || !publishedOn.isAfter(day);
    }

    /** Whether nothing would tell which of the two holds. */
    boolean contradicts(PolicyEntry other) {
        return layer == other.layer
                && region.equals(other.region)
                && scheme.equals(other.scheme)
                && overlaps(other)
                && samePublication(other);
    }

    PolicyVersion version() {
        return new PolicyVersion(key, region, scheme, validFrom, publishedOn, docNo, status);
    }

    private boolean overlaps(PolicyEntry other) {
        return (other.validTo == null || !validFrom.isAfter(other.validTo))
                && (validTo == null || !other.validFrom.isAfter(validTo));
    }

    private boolean samePublication(PolicyEntry other) {
        return Objects.equals(publishedOn, other.publishedOn)
                && (publishedOn != null || validFrom.equals(other.validFrom));
    }
}
