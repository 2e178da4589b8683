package org.nxsi.enrollment.resident;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.resident.ResidentYears.AssessedYear;
import org.nxsi.enrollment.specialgroup.SpecialGroups;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What residents owe for a year, as they choose it. */
@RestController
@RequestMapping("/v1/persons/me/resident-contribution-assessments")
class ResidentAssessmentController {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2150;

    /** Fifteen years give a right to the pension; so many are shown at once. */
    private static final int YEARS_SHOWN = 16;

    private final AssessingResident assessing;
    private final ResidentYears years;
    private final Enrollments enrollments;
    private final SpecialGroups groups;
    private final PersonRegister register;
    private final BusinessClock clock;

    ResidentAssessmentController(
            AssessingResident assessing,
            ResidentYears years,
            Enrollments enrollments,
            SpecialGroups groups,
            PersonRegister register,
            BusinessClock clock) {
        this.assessing = assessing;
        this.years = years;
        this.enrollments = enrollments;
        this.groups = groups;
        this.register = register;
        this.clock = clock;
    }

    /** @param grade yuan; null for the one chosen with the enrolment */
    record Wanted(@Nullable Integer year, @Nullable Fen grade) {}

    record Years(List<YearView> years) {}

    @Operation(
            summary = "城乡居民养老保险缴费核定",
            description =
                    "宁人社办发〔2020〕2号 附件4第26项. One grade of the list for a calendar year: what the person pays at the tax"
                            + " office, what the government pays for special groups, and what it adds. Another grade replaces"
                            + " the first until money has come. A past year is made up for, without anything from the"
                            + " government.")
    @PostMapping
    YearView assess(Caller caller, CommandId command, @RequestBody Wanted wanted) {
        caller.require(Role.CITIZEN);
        PersonId me = register.require(caller.requirePersonId()).id();
        int year = checked(Needed.field(wanted.year(), "year"));
        Fen grade = wanted.grade() == null
                ? Needed.field(enrollments.gradeChosenFor(me, year).orElse(null), "grade")
                : wanted.grade();
        if (!grade.isPositive()) {
            throw Problem.badRequest("grade-not-positive", "grade", "a grade is more than nothing")
                    .exception();
        }
        return view(me, assessing.assess(me, year, grade, command.derive("resident-year")));
    }

    @Operation(summary = "The years that are assessed", description = "Without a year the last sixteen.")
    @GetMapping
    Years list(Caller caller, @RequestParam @Nullable Integer year) {
        caller.require(Role.CITIZEN);
        PersonId me = register.require(caller.requirePersonId()).id();
        int last = year == null ? clock.today().getYear() : checked(year);
        int first = year == null ? last - YEARS_SHOWN + 1 : last;
        return new Years(years.between(me, first, last).stream()
                .map(each -> view(me, each))
                .toList());
    }

    private YearView view(PersonId me, AssessedYear year) {
        boolean governmentPays = year.amounts().governmentPays().isPositive();
        return YearView.of(
                year, governmentPays ? groups.payerFor(me, year.year()).orElse(null) : null);
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.badRequest("invalid-parameter", "year", FIRST_YEAR + " to " + LAST_YEAR)
                    .exception();
        }
        return year;
    }
}
