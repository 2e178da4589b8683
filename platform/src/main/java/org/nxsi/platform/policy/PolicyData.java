package org.nxsi.platform.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.policy.PolicyUnknown.Reason;

/**
 * The policy data in force. A value is looked up by key, area, scheme and day: the nearest area that says anything
 * decides (county, city, region, nation), there the scheme's own entry before the one for all schemes, among several the
 * one that starts last, then the one of the file added last, then the one published last. An entry that is known to be
 * unknown decides too: a region's open question is not answered with the nation's figure. Immutable.
 */
public final class PolicyData {

    /** The scheme of entries that hold for every scheme. */
    public static final String ALL_SCHEMES = "all";

    private static final List<String> SHIPPED = List.of("/policy/national.yaml", "/policy/ningxia.yaml");

    private final Map<String, List<PolicyEntry>> byKey;
    private final int layers;

    private PolicyData(List<PolicyEntry> entries, int layers) {
        this.byKey = entries.stream().collect(Collectors.groupingBy(PolicyEntry::key));
        this.layers = layers;
        byKey.values().forEach(PolicyData::refuseContradictions);
    }

    /** What ships: national and Ningxia data. */
    public static PolicyData shipped() {
        List<PolicyEntry> entries = new ArrayList<>();
        SHIPPED.forEach(resource -> entries.addAll(PolicyFile.read(resource, resource(resource), 0)));
        return new PolicyData(entries, 1);
    }

    /** No data at all; for tests that bring their own. */
    public static PolicyData empty() {
        return new PolicyData(List.of(), 1);
    }

    /**
     * What ships and, where given, a file on top of it.
     *
     * @throws PolicyFileInvalid naming file and line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static PolicyData load(@Nullable Path extra) {
        return extra == null ? shipped() : shipped().with(extra);
    }

    /**
     * This data and a file on top of it, which wins wherever both start on the same day.
     *
     * @throws PolicyFileInvalid naming file and line
     * @throws UncheckedIOException if the file cannot be read
     */
    public PolicyData with(Path file) {
        try {
            return with(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("policy file " + file + " cannot be read", unreadable);
        }
    }

    /**
     * This data and the text of a file on top of it.
     *
     * @throws PolicyFileInvalid naming file and line
     */
    public PolicyData with(String name, String yaml) {
        List<PolicyEntry> all = new ArrayList<>(PolicyFile.read(name, yaml, layers));
        byKey.values().forEach(all::addAll);
        return new PolicyData(all, layers + 1);
    }

    /**
     * The value that holds on a day, as known today.
     *
     * @throws PolicyUnknown if no entry tells, or the entry says that it is not known
     */
    public PolicyValue find(String key, AreaCode region, String scheme, LocalDate date) {
        return decide(key, region, scheme, date, null);
    }

    /**
     * The value that holds on a day, as it was published by another: what a decision of that time could know.
     *
     * @throws PolicyUnknown as {@link #find(String, AreaCode, String, LocalDate)}, and if the publication day of the
     *     value in question is not known
     */
    public PolicyValue find(String key, AreaCode region, String scheme, LocalDate date, LocalDate publishedBy) {
        return decide(key, region, scheme, date, publishedBy);
    }

    /** Every parameter and time that is known to be unknown, with the document that would tell. */
    public List<PolicyGap> gaps() {
        return entries()
                .filter(entry -> entry.content() == null)
                .map(entry -> new PolicyGap(
                        entry.key(),
                        entry.region(),
                        entry.scheme(),
                        entry.validFrom(),
                        entry.validTo(),
                        Objects.requireNonNull(entry.missing())))
                .toList();
    }

    /** Every version with a status, for example all samples in force, by key. */
    public List<PolicyVersion> versions(PolicyStatus status) {
        return entries()
                .filter(entry -> entry.status() == status)
                .map(PolicyEntry::version)
                .toList();
    }

    private PolicyValue decide(
            String key, AreaCode region, String scheme, LocalDate date, @Nullable LocalDate publishedBy) {
        List<PolicyEntry> holding = byKey.getOrDefault(key, List.of()).stream()
                .filter(entry -> entry.covers(date))
                .filter(entry -> publishedBy == null || entry.mayBePublishedBy(publishedBy))
                .toList();
        for (AreaCode area : region.lineage()) {
            for (String of : List.of(scheme, ALL_SCHEMES)) {
                PolicyEntry found = last(holding, area, of);
                if (found != null) {
                    return known(found, region, scheme, date, publishedBy);
                }
            }
        }
        throw new PolicyUnknown(key, region, scheme, date, Reason.NO_ENTRY, null);
    }

    private static @Nullable PolicyEntry last(List<PolicyEntry> holding, AreaCode area, String scheme) {
        return holding.stream()
                .filter(entry -> entry.region().equals(area) && entry.scheme().equals(scheme))
                .max(PolicyEntry.BY_PRECEDENCE)
                .orElse(null);
    }

    private static PolicyValue known(
            PolicyEntry found, AreaCode region, String scheme, LocalDate date, @Nullable LocalDate publishedBy) {
        if (found.content() == null) {
            throw new PolicyUnknown(found.key(), region, scheme, date, Reason.NOT_KNOWN, found.missing());
        }
        if (publishedBy != null && found.publishedOn() == null) {
            String missing = (found.docNo() == null ? found.key() : found.docNo()) + " 的公布日期";
            throw new PolicyUnknown(found.key(), region, scheme, date, Reason.PUBLICATION_NOT_KNOWN, missing);
        }
        return new PolicyValue(found, found.content());
    }

    private static void refuseContradictions(List<PolicyEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                if (entries.get(i).contradicts(entries.get(earlier))) {
                    throw new PolicyFileInvalid(
                            entries.get(i).place(),
                            entries.get(i).key() + " contradicts "
                                    + entries.get(earlier).place() + ": same publication, overlapping validity");
                }
            }
        }
    }

    private Stream<PolicyEntry> entries() {
        return byKey.keySet().stream().sorted().flatMap(key -> byKey.getOrDefault(key, List.of()).stream());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PolicyData.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
