package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.project.Projects.Standing;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** A project is handed in for registration; a reviewer, who is another person, decides. */
@Component
class RegisteringProject {

    /** Most projects of one employer. */
    private static final int MOST = 10_000;

    /** Others that hand in a project of the same employer at the same moment take the number away. */
    private static final int ATTEMPTS = 5;

    private final Projects projects;
    private final ProjectCases cases;

    RegisteringProject(Projects projects, ProjectCases cases) {
        this.projects = projects;
        this.cases = cases;
    }

    /**
     * A project as it is handed in.
     *
     * @param area where it is built
     * @param contractValue yuan with two places
     * @param proof the contract or the notice of its award, by its reference
     */
    record Wanted(
            @Nullable String name,
            @Nullable AreaCode area,
            @Nullable String contractNumber,
            @Nullable Fen contractValue,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String proof) {}

    Project handIn(CreditCode employer, Wanted wanted, String by, CommandId command) {
        Project draft = draft(employer, wanted);
        String id = command.derive("project");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Standing standing = projects.standing(employer, id);
            if (standing.made().isPresent()) {
                return standing.made().get();
            }
            if (standing.highest() >= MOST) {
                throw Problem.conflict("too-many-projects", "at most " + MOST + " projects of one employer")
                        .exception();
            }
            ProjectChange asked = cases.asked(
                    ProjectChange.Kind.REGISTRATION,
                    employer,
                    draft.area(),
                    id,
                    ProjectText.of("proof", wanted.proof()),
                    null,
                    draft.contractValue().toString(),
                    by);
            Project numbered = numbered(draft, standing.highest() + 1, asked);
            if (projects.add(cases.told(numbered, asked))) {
                return projects.require(employer, numbered.number());
            }
        }
        throw Problem.of(503, "projects-busy", "others keep handing in projects of this employer: try again")
                .exception();
    }

    private static Project draft(CreditCode employer, Wanted wanted) {
        String name = ProjectText.of("name", wanted.name());
        AreaCode area = Needed.field(wanted.area(), "area");
        if (!AreaCode.NINGXIA.contains(area)) {
            throw Problem.badRequest("area-elsewhere", "area", "an area of 640000")
                    .exception();
        }
        String contract = ProjectText.of("contractNumber", wanted.contractNumber());
        Fen value = Needed.field(wanted.contractValue(), "contractValue");
        LocalDate startsOn = Needed.field(wanted.startsOn(), "startsOn");
        LocalDate endsOn = Needed.field(wanted.endsOn(), "endsOn");
        ProjectText.of("proof", wanted.proof());
        ProjectRule.Fault fault = ProjectRule.ofNew(value, startsOn, endsOn);
        if (fault != null) {
            throw Problem.badRequest(fault.code(), fault.field(), fault.detail())
                    .exception();
        }
        return new Project(
                "", employer, 0, name, area, contract, value, startsOn, endsOn, null, null, null, List.of(), 0);
    }

    private static Project numbered(Project draft, int number, ProjectChange asked) {
        return new Project(
                Project.idOf(draft.employer(), number),
                draft.employer(),
                number,
                draft.name(),
                draft.area(),
                draft.contractNumber(),
                draft.contractValue(),
                draft.startsOn(),
                draft.endsOn(),
                null,
                null,
                null,
                List.of(asked),
                0);
    }
}
