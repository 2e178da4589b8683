package org.nxsi.enrollment.specialgroup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.identity.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries out confirmed lists, chunk by chunk and each in bulk: every good row, none twice. What a crash leaves is taken up
 * again; two at once do the same twice and tell it once.
 */
@Component
class CarryingOutLists {

    private static final Logger log = LoggerFactory.getLogger(CarryingOutLists.class);

    /** Others who change the same persons at the same time: so often is looked again. */
    private static final int ATTEMPTS = 10;

    /** Much longer than a list takes. */
    private static final Duration LEFT = Duration.ofSeconds(60);

    private static final int AT_ONCE = 10;

    private final GroupLists lists;
    private final GroupYears years;
    private final GroupEvents events;
    private final PersonRegister register;

    CarryingOutLists(GroupLists lists, GroupYears years, GroupEvents events, PersonRegister register) {
        this.lists = lists;
        this.years = years;
        this.events = events;
        this.register = register;
    }

    void carryOut(GroupList list) {
        for (GroupListChunk chunk : lists.chunks(list)) {
            if (!chunk.done()) {
                carryOut(list, chunk);
            }
        }
        lists.finish(list);
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 20_000)
    void carryOutWhatIsLeft() {
        try {
            lists.unfinished(Instant.now().minus(LEFT), AT_ONCE).forEach(this::carryOut);
        } catch (RuntimeException failed) {
            log.warn("lists of special groups are carried out later: {}", failed.toString());
        }
    }

    private void carryOut(GroupList list, GroupListChunk chunk) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<PersonId, Known> known = register.findAll(persons(chunk));
            Map<PersonId, List<PersonId>> joined =
                    register.joinedTo(known.values().stream().map(Known::id).toList());
            Map<String, GroupYear> standing = standing(list, known.values(), joined);
            Map<String, GroupYear> changed = new LinkedHashMap<>();
            List<GroupEvents.Line> lines = new ArrayList<>();
            List<Outcome> outcomes = chunk.rows().stream()
                    .map(row -> outcome(list, row, known, joined, standing, changed, lines))
                    .toList();
            if (changed.isEmpty() || years.replace(standing, changed.values())) {
                lists.done(chunk, outcomes, lines.isEmpty() ? null : events.confirmed(chunk.id(), list.id(), lines));
                return;
            }
        }
        throw new IllegalStateException("list " + list.id() + " met others " + ATTEMPTS + " times");
    }

    private static Outcome outcome(
            GroupList list,
            GroupListChunk.Row row,
            Map<PersonId, Known> known,
            Map<PersonId, List<PersonId>> joined,
            Map<String, GroupYear> standing,
            Map<String, GroupYear> changed,
            List<GroupEvents.Line> lines) {
        Refusal refusal = row.refusal();
        Label label = row.label();
        Known person = row.person() == null ? null : known.get(row.person());
        if (refusal != null || label == null || person == null || person.diedOn() != null) {
            Refusal why = refusal == null ? Refusal.wrong("person-died", "number", "该人员已死亡或已注销登记") : refusal;
            return Outcome.refused(row.row(), why);
        }
        Confirmation confirmation = new Confirmation(
                label,
                list.source(),
                Objects.requireNonNull(list.confirmedOn()),
                Objects.requireNonNull(list.confirmedBy()));
        String id = GroupYear.idOf(person.id(), list.year());
        GroupYear year = changed.getOrDefault(
                id, standing.getOrDefault(id, GroupYear.none(person.id(), list.year(), person.area())));
        GroupEvents.Line line = GroupEvents.Line.of(person.id(), list.year(), year.area(), confirmation);
        if (year.confirmed().contains(confirmation)) {
            lines.add(line);
            return Outcome.done(row.row());
        }
        boolean before = year.has(label)
                || joined.getOrDefault(person.id(), List.of()).stream()
                        .map(each -> standing.get(GroupYear.idOf(each, list.year())))
                        .anyMatch(each -> each != null && each.has(label));
        if (before) {
            return Outcome.alreadySo(row.row());
        }
        changed.put(id, year.confirmed(confirmation, DecidingGroup.now()));
        lines.add(line);
        return Outcome.done(row.row());
    }

    private Map<String, GroupYear> standing(
            GroupList list, Collection<Known> known, Map<PersonId, List<PersonId>> joined) {
        Map<String, GroupYear> standing = new HashMap<>();
        List<String> ids = new ArrayList<>();
        known.forEach(each -> ids.add(GroupYear.idOf(each.id(), list.year())));
        joined.values().forEach(all -> all.forEach(each -> ids.add(GroupYear.idOf(each, list.year()))));
        standing.putAll(years.find(ids));
        return standing;
    }

    private static Set<PersonId> persons(GroupListChunk chunk) {
        Set<PersonId> persons = new TreeSet<>();
        for (GroupListChunk.Row each : chunk.rows()) {
            if (each.person() != null) {
                persons.add(each.person());
            }
        }
        return persons;
    }
}
