package org.nxsi.enrollment.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.enrollment.application.CaseNumbers;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.application.Promise;
import org.nxsi.enrollment.project.Projects.Step;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.springframework.stereotype.Component;

/** The cases of projects: whatever is asked for is one, and each of its steps is told. */
@Component
class ProjectCases {

    static final String ITEM = "construction-project";

    private final CaseNumbers numbers;
    private final CaseEvents events;
    private final Promise promise;
    private final BusinessClock clock;

    ProjectCases(CaseNumbers numbers, CaseEvents events, Promise promise, BusinessClock clock) {
        this.numbers = numbers;
        this.events = events;
        this.promise = promise;
        this.clock = clock;
    }

    /** A case of its own, accepted: its form has all that is needed. */
    ProjectChange asked(
            ProjectChange.Kind kind,
            CreditCode employer,
            AreaCode area,
            String command,
            String proof,
            @Nullable String before,
            String after,
            String by) {
        LocalDate today = clock.today();
        CaseFile submitted = CaseFile.submitted(
                numbers.next(area, today), ITEM, employer.value(), promise.days(ITEM, area, today), today, by);
        CaseFile accepted = Handled.file(submitted.accept(today, by));
        return new ProjectChange(
                kind, command, accepted, by, proof, Instant.now().truncatedTo(ChronoUnit.MILLIS), before, after);
    }

    CaseFile approved(CaseFile accepted, String by) {
        return Handled.file(reviewed(accepted, by).approve(ProjectRule.CLAUSE, clock.today(), by));
    }

    CaseFile rejected(CaseFile accepted, String reason, String by) {
        return Handled.file(reviewed(accepted, by).reject(reason, clock.today(), by));
    }

    private CaseFile reviewed(CaseFile accepted, String by) {
        return Handled.file(accepted.startReview(clock.today(), by));
    }

    /** With the fact of the change's last step. */
    Step told(Project project, ProjectChange change) {
        return new Step(project, events.progressed(change.file(), project.area()));
    }
}
