package org.nxsi.enrollment.specialgroup;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonsSeen;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Special groups at the desk, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/special-groups")
class GroupDeskController {

    private static final int FIRST_YEAR = 2014;
    private static final int LAST_YEAR = 2150;

    private final GroupYears years;
    private final SpecialGroups groups;
    private final DecidingGroup deciding;
    private final CorrectingGroup correcting;
    private final PersonsSeen persons;
    private final BusinessClock clock;

    GroupDeskController(
            GroupYears years,
            SpecialGroups groups,
            DecidingGroup deciding,
            CorrectingGroup correcting,
            PersonsSeen persons,
            BusinessClock clock) {
        this.years = years;
        this.groups = groups;
        this.deciding = deciding;
        this.correcting = correcting;
        this.persons = persons;
        this.clock = clock;
    }

    /** @param reason needed of a rejection */
    record Decision(@Nullable Boolean approve, @Nullable String reason) {}

    /** @param agree false hands the decision back; absent means true */
    record SecondLook(@Nullable Boolean agree) {}

    /** @param confirm whether the label is to stand */
    record WantedCorrection(
            @Nullable Integer year,
            @Nullable Label label,
            @Nullable Boolean confirm,
            @Nullable String reason,
            @Nullable String proof) {}

    @Operation(summary = "What waits for people: declarations and corrections, by person")
    @GetMapping
    Page<GroupView> list(Caller caller, @RequestParam @Nullable AreaCode area, PageRequest page) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        return Page.of(years.open(area == null ? own : area, page.after(), page.limit() + 1), page, GroupYear::id)
                .map(this::view);
    }

    @GetMapping("/{number}")
    GroupView one(Caller caller, @PathVariable String number) {
        return view(deciding.seenBy(caller, number));
    }

    @Operation(summary = "A clerk decides on a declaration; it waits for the second person")
    @PostMapping("/{number}/decision")
    GroupView decide(Caller caller, @PathVariable String number, @RequestBody Decision body) {
        caller.require(Role.CLERK);
        GroupYear seen = deciding.seenBy(caller, number);
        boolean approve = Needed.field(body.approve(), "approve");
        String reason = approve ? null : GroupText.required("reason", body.reason());
        return view(deciding.decide(seen, number, approve, reason, caller.actor()));
    }

    @Operation(summary = "Another person confirms the decision, or hands it back")
    @PostMapping("/{number}/confirmation")
    GroupView confirm(Caller caller, @PathVariable String number, @RequestBody SecondLook body) {
        caller.require(Role.REVIEWER);
        GroupYear seen = deciding.seenBy(caller, number);
        return view(deciding.confirm(seen, number, body.agree() == null || body.agree(), caller.actor()));
    }

    @Operation(summary = "A person's labels of a year")
    @GetMapping("/persons/{person}/{year}")
    List<GroupView> ofPerson(Caller caller, @PathVariable PersonId person, @PathVariable int year) {
        Known known = persons.seenBy(caller, person);
        return groups.ofYear(known.id(), checked(year)).stream().map(this::view).toList();
    }

    @Operation(summary = "Proposes to correct what was confirmed by mistake, or not confirmed")
    @PostMapping("/persons/{person}/corrections")
    GroupView propose(
            Caller caller, CommandId command, @PathVariable PersonId person, @RequestBody WantedCorrection body) {
        caller.require(Role.CLERK);
        Known known = persons.seenBy(caller, person);
        CorrectingGroup.Wanted wanted = new CorrectingGroup.Wanted(
                checked(Needed.field(body.year(), "year")),
                Needed.field(body.label(), "label"),
                Needed.field(body.confirm(), "confirm"),
                GroupText.required("reason", body.reason()),
                GroupText.required("proof", body.proof()));
        return view(correcting.propose(known, wanted, command.derive("correction"), caller.actor()));
    }

    @Operation(summary = "Another person carries the correction out")
    @PostMapping("/persons/{person}/{year}/corrections/{id}/confirmation")
    GroupView carryOut(Caller caller, @PathVariable PersonId person, @PathVariable int year, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        Known known = persons.seenBy(caller, person);
        return view(correcting.confirm(known, checked(year), id, caller.actor()));
    }

    private GroupView view(GroupYear year) {
        return GroupView.staff(year, groups.payerFor(year.person(), year.year()).orElse(null), clock.today());
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.badRequest("invalid-parameter", "year", FIRST_YEAR + " to " + LAST_YEAR)
                    .exception();
        }
        return year;
    }
}
