package org.nxsi.enrollment.project;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Projects and their rosters as answers show them. */
@Component
class ReadingProjects {

    private final Projects projects;
    private final Workers workers;
    private final Sheets sheets;
    private final Dues dues;
    private final PersonRegister register;
    private final BusinessClock clock;

    ReadingProjects(
            Projects projects,
            Workers workers,
            Sheets sheets,
            Dues dues,
            PersonRegister register,
            BusinessClock clock) {
        this.projects = projects;
        this.workers = workers;
        this.sheets = sheets;
        this.dues = dues;
        this.register = register;
        this.clock = clock;
    }

    ProjectView view(Project project, boolean staff) {
        Month month = project.assessedFor();
        AssessmentSheet sheet =
                month == null ? null : sheets.find(project.payer(), month).orElse(null);
        Due due = month == null ? null : dues.byId(new DueKey(project.payer(), Scheme.WORK_INJURY, month).id());
        return ProjectView.of(project, sheet, due, staff, clock.today());
    }

    Page<ProjectLine> ofEmployer(CreditCode employer, PageRequest page) {
        return Page.of(
                        projects.ofEmployer(employer, number(page.after()), page.limit() + 1),
                        page,
                        each -> String.valueOf(each.number()))
                .map(ProjectLine::of);
    }

    Page<ProjectLine> ofArea(AreaCode area, PageRequest page) {
        List<AreaCode> areas = AreaCode.all().stream().filter(area::contains).toList();
        return Page.of(projects.ofAreas(areas, page.after(), page.limit() + 1), page, Project::id)
                .map(ProjectLine::of);
    }

    Page<WorkerView> roster(Project project, PageRequest page) {
        List<Worker> found = workers.ofProject(project.id(), page.after(), page.limit() + 1);
        Map<PersonId, Known> known =
                register.findAll(found.stream().map(Worker::person).toList());
        return Page.of(found, page, each -> each.person().value())
                .map(each -> WorkerView.of(each, known.get(each.person())));
    }

    /**
     * The project, if staff of the area may see it.
     *
     * @throws org.nxsi.platform.web.ProblemException 404 {@code project-unknown}
     */
    Project seenBy(Caller caller, CreditCode employer, int number) {
        Project project = projects.require(employer, number);
        if (!caller.requireAgency().contains(project.area())) {
            throw Problem.notFound("project-unknown", "your area has no such project")
                    .exception();
        }
        return project;
    }

    private static int number(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[1-9][0-9]{0,5}")) {
            throw Problem.badRequest("invalid-parameter", "cursor", "not a cursor of this list")
                    .exception();
        }
        return Integer.parseInt(after);
    }
}
