package org.nxsi.enrollment.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.putoff.PutOffEvents;
import org.nxsi.enrollment.putoff.PutOffKind;
import org.nxsi.enrollment.putoff.PutOffLine;
import org.nxsi.enrollment.relation.Order;
import org.nxsi.enrollment.relation.RelationChange;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.resident.Enrollment.Verdict;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries out what was decided: first the relation, then the decision, and with it what the ledger must know. Whatever a
 * crash leaves in between is found and finished here.
 */
@Component
class FinishingEnrollments {

    private static final Logger log = LoggerFactory.getLogger(FinishingEnrollments.class);
    private static final int AT_ONCE = 100;
    private static final String REASON = "疫情防控期间逾期办理城乡居民参保登记";

    private final Enrollments enrollments;
    private final Relations relations;
    private final CaseEvents caseEvents;
    private final PutOffEvents putOffEvents;
    private final BusinessClock clock;

    FinishingEnrollments(
            Enrollments enrollments,
            Relations relations,
            CaseEvents caseEvents,
            PutOffEvents putOffEvents,
            BusinessClock clock) {
        this.enrollments = enrollments;
        this.relations = relations;
        this.caseEvents = caseEvents;
        this.putOffEvents = putOffEvents;
        this.clock = clock;
    }

    /** The application with its decision carried out; as it is if none is waiting for that. */
    Enrollment finish(PersonId person, Enrollment enrollment) {
        Verdict verdict = enrollment.verdict();
        if (verdict == null || !enrollment.isUnfinished()) {
            return enrollment;
        }
        String refusal = verdict.approved() ? insure(person, enrollment) : String.valueOf(verdict.reason());
        EnrollmentFile after = enrollments.change(person, file -> {
            Enrollment standing = file.byNumber(enrollment.number()).orElseThrow();
            return standing.isUnfinished() ? decided(file, standing, verdict.by(), refusal) : null;
        });
        return after.byNumber(enrollment.number()).orElseThrow();
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void finishWhatIsLeft() {
        try {
            for (EnrollmentFile each : enrollments.unfinished(AT_ONCE)) {
                each.open().ifPresent(open -> finish(each.id(), open));
            }
        } catch (RuntimeException failed) {
            log.warn("enrolments are finished later: {}", failed.toString());
        }
    }

    /** @return why the relation's rules refuse it; empty if they do not */
    private String insure(PersonId person, Enrollment enrollment) {
        RelationChange start = RelationChange.start(
                person,
                Set.of(Scheme.RESIDENT_PENSION),
                Payer.resident(person),
                enrollment.area(),
                enrollment.from(),
                null);
        Outcome outcome = relations
                .carryOut(new Order(
                        "resident-" + enrollment.command(),
                        enrollment.area(),
                        enrollment.file().history().getFirst().by(),
                        enrollment.channel(),
                        List.of(start)))
                .getFirst();
        return outcome.isSo() ? "" : String.valueOf(outcome.detail());
    }

    private Enrollments.Step decided(EnrollmentFile file, Enrollment standing, String by, String refusal) {
        LocalDate today = clock.today();
        CaseFile decided = Handled.file(
                refusal.isEmpty()
                        ? standing.file().approve(EnrollmentRule.WHO, today, by)
                        : standing.file().reject(refusal, today, by));
        List<OutboxEvent> events = new ArrayList<>();
        events.add(caseEvents.progressed(decided, standing.area()));
        Enrollment.Late late = standing.late();
        if (refusal.isEmpty() && late != null) {
            Payer payer = Payer.resident(file.id());
            PutOffLine line = PutOffLine.of(
                            payer,
                            PutOffKind.REGISTRATION,
                            Scheme.RESIDENT_PENSION,
                            Month.of(late.dueOn()),
                            standing.area(),
                            late.dueOn(),
                            null,
                            REASON,
                            standing.channel())
                    .madeUp(today);
            events.add(putOffEvents.putOff("registration/" + payer + "|" + standing.number(), List.of(line)));
        }
        return new Enrollments.Step(file.with(standing.with(decided)), events);
    }
}
