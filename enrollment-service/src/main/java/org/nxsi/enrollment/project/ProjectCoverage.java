package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/**
 * Whether a construction project insures a person against work injury on a day: who is on the roster of a registered project on
 * one of its days is. No document on record makes that wait for the money, so how far it is paid stands beside.
 */
@Component
public class ProjectCoverage {

    private final Projects projects;
    private final Workers workers;
    private final Dues dues;
    private final PersonRegister register;

    ProjectCoverage(Projects projects, Workers workers, Dues dues, PersonRegister register) {
        this.projects = projects;
        this.workers = workers;
        this.dues = dues;
        this.register = register;
    }

    /**
     * A project on whose roster the person is on that day.
     *
     * @param insured whether the project is registered and the day one of its days
     * @param from first day of the stay
     * @param to its last day; null while it lasts
     * @param toldOn business date on which the stay was put on the roster; after the day asked for it was told afterwards
     * @param due how far the project's contribution is paid; null if nothing is charged yet
     * @param paidOn day since which all of it is there; null while something is missing
     */
    public record Covered(
            String project,
            CreditCode employer,
            String name,
            AreaCode area,
            boolean insured,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate toldOn,
            @Nullable DueState due,
            @Nullable LocalDate paidOn) {}

    /** By project; none if the person is on no roster that day. */
    public List<Covered> on(PersonId person, LocalDate day) {
        List<Worker> rosters = workers.ofPerson(register.idsOf(person));
        Map<String, Project> found =
                projects.findAll(rosters.stream().map(Worker::project).toList());
        Map<String, Due> paid = dues.find(
                found.values().stream().map(ProjectCoverage::due).distinct().toList());
        List<Covered> covered = new ArrayList<>();
        for (Worker roster : rosters) {
            Project project = found.get(roster.project());
            if (project != null) {
                roster.stays().stream()
                        .filter(stay -> stay.covers(day))
                        .map(stay -> covered(project, stay, day, paid.get(due(project))))
                        .forEach(covered::add);
            }
        }
        return covered;
    }

    private static Covered covered(Project project, Stay stay, LocalDate day, @Nullable Due due) {
        return new Covered(
                project.id(),
                project.employer(),
                project.name(),
                project.area(),
                project.covers(day),
                stay.from(),
                stay.to(),
                stay.begun().on(),
                due == null ? null : due.state(),
                due == null ? null : due.fullOn());
    }

    /** Of a project without a sheet a due that there is not. */
    private static String due(Project project) {
        return project.assessedFor() == null
                ? ""
                : new DueKey(project.payer(), Scheme.WORK_INJURY, project.assessedFor()).id();
    }
}
