package org.nxsi.enrollment.project;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.project.ProjectCoverage.Covered;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Question;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a project in the agency's area insures somebody on a day; asked by number, so the number is in no address. */
@RestController
@RequestMapping("/admin/v1/construction-projects/coverage")
class CoverageController {

    private final ProjectCoverage coverage;
    private final PersonRegister register;

    CoverageController(ProjectCoverage coverage, PersonRegister register) {
        this.coverage = coverage;
        this.register = register;
    }

    record Asked(@Nullable SocialNumber number, @Nullable LocalDate day) {}

    /** @param insured whether at least one of the projects insures the person that day */
    record Answer(LocalDate day, boolean insured, List<Covered> projects) {}

    @Operation(
            summary = "Is this person insured by a construction project on this day?",
            description = "Each project on whose roster they are, with how far its contribution is paid.")
    @Question
    @PostMapping("/lookups")
    Answer ask(Caller caller, @RequestBody Asked asked) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.AUDITOR);
        AreaCode own = caller.requireAgency();
        LocalDate day = Needed.field(asked.day(), "day");
        List<Covered> covered = coverage.on(register.idOf(Needed.field(asked.number(), "number")), day).stream()
                .filter(each -> own.contains(each.area()))
                .toList();
        return new Answer(day, covered.stream().anyMatch(Covered::insured), covered);
    }
}
