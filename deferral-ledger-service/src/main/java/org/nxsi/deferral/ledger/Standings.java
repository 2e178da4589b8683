package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Where the deferred months of a subject stand today. */
@Component
public class Standings {

    private final Entries entries;
    private final BusinessClock clock;

    Standings(Entries entries, BusinessClock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Where one month stands.
     *
     * @param counts whether it counts toward years and account
     * @param gap whether it is a gap in the rights record
     * @param deadline last day to make it up; null until the lifting is published
     */
    public record Standing(
            String entry,
            Kind kind,
            Month month,
            MonthStanding standing,
            String meaning,
            boolean counts,
            boolean gap,
            @Nullable LocalDate deadline,
            String clause,
            Arrangement arrangement) {}

    /** Null if the ledger has nothing to say of the entry's month. */
    public @Nullable Standing of(Entry entry) {
        MonthStanding standing = MonthStanding.of(entry, clock.today());
        if (standing == null) {
            return null;
        }
        return new Standing(
                entry.id(),
                entry.kind(),
                entry.month(),
                standing,
                standing.meaning(),
                standing.counts(),
                standing.isGap(),
                entry.deadline(),
                Deadline.CLAUSE,
                Arrangement.DEFERRAL);
    }

    /** The months of a subject from one to another, both included, that staff of an area may see. */
    List<Standing> of(SubjectKind kind, String subjectId, Month from, Month to, AreaCode seenBy) {
        return entries.ofSubject(kind, subjectId).stream()
                .filter(each -> !each.month().isBefore(from) && !each.month().isAfter(to))
                .filter(each -> seenBy.contains(AreaCode.parse(each.area())))
                .map(this::of)
                .filter(Objects::nonNull)
                .toList();
    }
}
