package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.DueDate;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.PolicyReading;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.enrollment.assessment.SheetOrder;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyVersion;
import org.springframework.stereotype.Component;

/**
 * Assesses a project as a whole, by its contract value and the rate of the month in which it was registered. Another value
 * gives another revision of the same sheet, with the difference.
 */
@Component
class AssessingProject {

    private static final String RATE = "injury.project_rate";

    private final Projects projects;
    private final Sheets sheets;
    private final Dues dues;
    private final PolicyData policies;
    private final BusinessClock clock;

    AssessingProject(Projects projects, Sheets sheets, Dues dues, PolicyData policies, BusinessClock clock) {
        this.projects = projects;
        this.sheets = sheets;
        this.dues = dues;
        this.policies = policies;
        this.clock = clock;
    }

    private record Owed(Parts parts, DueDate due, List<PolicyVersion> versions) {}

    /** @throws PolicyUnknown if the rate or the due date is not known: then nothing is decided */
    void refuseIfUnknown(Project project) {
        if (project.assessedFor() != null) {
            owed(project);
        }
    }

    /**
     * Brings the sheet up to the contract value. A repetition changes nothing.
     *
     * @return the project as it stands afterwards
     * @throws PolicyUnknown if the rate or the due date is not known
     */
    Project assess(Project project) {
        Owed owed = owed(project);
        sheets.issue(SheetOrder.ofWhole(
                project.payer(),
                month(project),
                project.area(),
                Ground.PROJECT,
                clock.today(),
                dueOn(project, owed),
                Map.of(Scheme.WORK_INJURY, owed.parts()),
                owed.versions(),
                "project/" + project.valuedBy().file().number()));
        projects.assessed(project);
        return projects.require(project.employer(), project.number());
    }

    private Owed owed(Project project) {
        PolicyReading read = new PolicyReading(policies, project.area(), month(project));
        Parts parts = ProjectRule.owed(
                project.contractValue(), read.find(RATE, Scheme.WORK_INJURY).decimal());
        DueDate due = DueDate.of(policies, project.area(), month(project));
        List<PolicyVersion> versions = new ArrayList<>(read.versions());
        versions.addAll(due.versions());
        return new Owed(parts, due, versions);
    }

    /**
     * What is to be paid after by a higher value gets a date of its own only if everything else was paid in time: the due has
     * one date, and moving it must not take back a late fee.
     */
    private LocalDate dueOn(Project project, Owed owed) {
        AssessmentSheet before = sheets.find(project.payer(), month(project)).orElse(null);
        if (before == null) {
            return owed.due().day();
        }
        SchemeTotal total = before.total(Scheme.WORK_INJURY);
        Fen charged = total == null ? Fen.ZERO : total.employer();
        boolean more = owed.parts().employer().compareTo(charged) > 0;
        if (!more || !isPaidInTime(project, charged)) {
            return before.dueDate();
        }
        LocalDate later = DueDate.of(policies, project.area(), clock.month()).day();
        return later.isAfter(before.dueDate()) ? later : before.dueDate();
    }

    private boolean isPaidInTime(Project project, Fen charged) {
        Due due = dues.byId(new DueKey(project.payer(), Scheme.WORK_INJURY, month(project)).id());
        return due != null
                && charged.equals(due.assessed())
                && due.fullOn() != null
                && due.dueDate() != null
                && !due.fullOn().isAfter(due.dueDate());
    }

    private static Month month(Project project) {
        return Objects.requireNonNull(project.assessedFor(), project.id());
    }
}
