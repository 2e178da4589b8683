package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.ChunkWork;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.project.Stay.Mark;
import org.nxsi.enrollment.project.WorkerRule.Turned;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.springframework.stereotype.Component;

/**
 * Carries out a chunk of a roster: first the people are on the bureau's register, then on the project's roster, all at once.
 * Whatever a crash leaves undone is done by the repetition.
 */
@Component
class RosterWork implements ChunkWork<RosterChunk> {

    /** Others who change the same roster at the same time: so often is looked again. */
    private static final int ATTEMPTS = 10;

    private final Projects projects;
    private final Workers workers;
    private final PersonRegister register;

    RosterWork(Projects projects, Workers workers, PersonRegister register) {
        this.projects = projects;
        this.workers = workers;
        this.register = register;
    }

    @Override
    public Done carryOut(Batch batch, RosterChunk chunk) {
        Project project = projects.find(batch.of().id()).orElseThrow();
        Map<SocialNumber, Known> people = people(batch, project, chunk);
        List<PersonId> ids = people.values().stream().map(Known::id).toList();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<PersonId, Worker> standing = workers.find(project.id(), ids);
            Map<PersonId, Worker> changed = new LinkedHashMap<>();
            List<Outcome> outcomes = new ArrayList<>(chunk.rows().size());
            for (RosterRow row : chunk.rows()) {
                Known person = row.number() == null ? null : people.get(row.number());
                outcomes.add(turn(batch, project, row, person, standing, changed));
            }
            if (changed.isEmpty() || workers.replace(standing, changed.values())) {
                return new Done(outcomes, List.of());
            }
        }
        throw new IllegalStateException("batch " + batch.id() + " met others " + ATTEMPTS + " times");
    }

    /** Who comes on a day of the project is registered; of the others those count who are known already. */
    private Map<SocialNumber, Known> people(Batch batch, Project project, RosterChunk chunk) {
        List<NewPerson> coming = new ArrayList<>();
        Set<SocialNumber> all = new LinkedHashSet<>();
        for (RosterRow each : chunk.rows()) {
            SocialNumber number = each.number();
            PersonName name = each.name();
            if (number != null && name != null) {
                all.add(number);
                if (each.from() != null && WorkerRule.ofDays(project, each) == null) {
                    coming.add(new NewPerson(number, name, project.area()));
                }
            }
        }
        if (!coming.isEmpty()) {
            register.registerAll(coming, "project-roster/" + batch.id());
        }
        return register.findByNumbers(all);
    }

    private static Outcome turn(
            Batch batch,
            Project project,
            RosterRow row,
            @Nullable Known person,
            Map<PersonId, Worker> standing,
            Map<PersonId, Worker> changed) {
        if (person == null) {
            return Outcome.refused(row.row(), whyNot(project, row));
        }
        Worker seen = standing.get(person.id());
        Worker before =
                changed.getOrDefault(person.id(), seen == null ? Worker.unknown(project.id(), person.id()) : seen);
        Turned turned =
                WorkerRule.apply(before, row, project, new Mark(batch.id() + "#" + row.row(), batch.by(), batch.on()));
        if (turned.worker().equals(before)) {
            return turned.outcome();
        }
        Refusal refusal = ofPerson(row, person);
        if (refusal != null) {
            return Outcome.refused(row.row(), refusal);
        }
        changed.put(person.id(), turned.worker());
        return turned.outcome();
    }

    private static Refusal whyNot(Project project, RosterRow row) {
        Refusal refusal = row.refusal() == null ? WorkerRule.ofDays(project, row) : row.refusal();
        return refusal == null ? WorkerRule.NOT_ON_ROSTER : refusal;
    }

    private static @Nullable Refusal ofPerson(RosterRow row, Known person) {
        if (row.name() == null || !person.name().sameAs(row.name())) {
            return Refusal.wrong("name-differs", "name", "姓名与登记不符");
        }
        LocalDate last = row.to() == null ? row.from() : row.to();
        return person.diedOn() != null && last != null && last.isAfter(person.diedOn())
                ? Refusal.wrong("person-died", "number", "该人员已登记死亡")
                : null;
    }
}
