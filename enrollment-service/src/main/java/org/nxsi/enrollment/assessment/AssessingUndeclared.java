package org.nxsi.enrollment.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Walks over all employers once a month's due date is over and assesses those that declared nothing, chunk by chunk: killed
 * at any point, the next one goes on where it stopped, and no sheet is issued twice.
 */
@Component
class AssessingUndeclared {

    private static final Logger log = LoggerFactory.getLogger(AssessingUndeclared.class);

    private static final int CHUNK = 200;

    /** What happened to an employer. */
    private enum Done {
        NOTHING,
        ASSESSED,
        LEFT
    }

    private final UndeclaredRuns runs;
    private final Employers employers;
    private final Relations relations;
    private final Sheets sheets;
    private final PolicyData policies;
    private final BusinessClock clock;
    private final String me;

    AssessingUndeclared(
            UndeclaredRuns runs,
            Employers employers,
            Relations relations,
            Sheets sheets,
            PolicyData policies,
            BusinessClock clock,
            @Value("${nxsi.instance}") String me) {
        this.runs = runs;
        this.employers = employers;
        this.relations = relations;
        this.sheets = sheets;
        this.policies = policies;
        this.clock = clock;
        this.me = me;
    }

    /**
     * Whether the last area's due date of the month is over.
     *
     * @throws PolicyUnknown if a due date is not known
     */
    boolean isOver(Month month) {
        return AreaCode.all().stream()
                .filter(AreaCode.NINGXIA::contains)
                .map(area -> DueDate.of(policies, area, month).day())
                .allMatch(day -> day.isBefore(clock.today()));
    }

    /** Takes a walk that nobody is on, if there is one, and goes it to its end. */
    void workOff() {
        UndeclaredRun run = runs.lease(me);
        if (run == null) {
            return;
        }
        try {
            for (UndeclaredRun now = run; now != null && !Thread.currentThread().isInterrupted(); ) {
                now = step(now);
            }
        } finally {
            runs.release(run, me);
        }
    }

    private @Nullable UndeclaredRun step(UndeclaredRun run) {
        List<Employer> some = employers.ofArea(AreaCode.NINGXIA, run.cursor().isEmpty() ? null : run.cursor(), CHUNK);
        if (some.isEmpty()) {
            runs.finish(run, me);
            log.info("month {}: {} assessed undeclared, {} left to people", run.id(), run.assessed(), run.left());
            return null;
        }
        int assessed = 0;
        int left = 0;
        for (Employer each : some) {
            Done done = assess(each, run.month());
            assessed += done == Done.ASSESSED ? 1 : 0;
            left += done == Done.LEFT ? 1 : 0;
        }
        return runs.advance(run, me, some.getLast().id().value(), assessed, left);
    }

    private Done assess(Employer employer, Month month) {
        Payer payer = Payer.employer(employer.id());
        boolean takesPart = Arrays.stream(Scheme.values()).anyMatch(scheme -> employer.takesPart(scheme, month));
        if (!takesPart
                || sheets.find(payer, month).isPresent()
                || relations.insuredBy(payer, month, null, 1).isEmpty()) {
            return Done.NOTHING;
        }
        Optional<AssessmentSheet> before = sheets.find(payer, month.plus(-1));
        if (before.isEmpty()) {
            return leave(employer, month, "no-month-before", "nothing was assessed for the month before", null);
        }
        try {
            Undeclared undeclared = Undeclared.after(before.get(), new EmployerRates(policies, employer, month));
            sheets.issue(SheetOrder.ofWhole(
                    payer,
                    month,
                    employer.area(),
                    Ground.UNDECLARED,
                    clock.today(),
                    DueDate.of(policies, employer.area(), month).day(),
                    undeclared.whole(),
                    undeclared.versions(),
                    "undeclared"));
            return Done.ASSESSED;
        } catch (PolicyUnknown unknown) {
            return leave(employer, month, unknown.code(), unknown.key() + " is not known", unknown.key());
        }
    }

    private Done leave(Employer employer, Month month, String reason, String detail, @Nullable String policy) {
        runs.leave(new UndeclaredLeft(
                UndeclaredLeft.idOf(month, employer.id()),
                month,
                employer.id(),
                employer.area(),
                reason,
                detail,
                policy));
        return Done.LEFT;
    }
}
