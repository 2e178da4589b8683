package org.nxsi.enrollment.specialgroup;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What persons declare of themselves. */
@RestController("specialGroupDeclarationController")
@RequestMapping("/v1/persons/me/special-group-declarations")
class DeclarationController {

    /** Years back that are shown, and the one ahead. */
    private static final int YEARS_BACK = 4;

    private final DeclaringGroup declaring;
    private final SpecialGroups groups;
    private final PersonRegister register;
    private final BusinessClock clock;

    DeclarationController(
            DeclaringGroup declaring, SpecialGroups groups, PersonRegister register, BusinessClock clock) {
        this.declaring = declaring;
        this.groups = groups;
        this.register = register;
        this.clock = clock;
    }

    /** @param proof reference of a paper; null where none is at hand */
    record Wanted(
            @Nullable Label label,
            @Nullable Integer year,
            @Nullable String proof) {}

    record Papers(@Nullable String proof) {}

    record Own(List<GroupView> years) {}

    @Operation(
            summary = "城乡居民特殊人员申报",
            description =
                    "宁人社办发〔2020〕2号 附件4第10项. 低保, 特困, 重残 or 建档立卡, for a payment year. A clerk decides and another person"
                            + " confirms; a proof that is missing is told in the answer.")
    @PostMapping
    ResponseEntity<GroupView> declare(Caller caller, CommandId command, @RequestBody Wanted wanted) {
        caller.require(Role.CITIZEN);
        Label label = Needed.field(wanted.label(), "label");
        int year = Needed.field(wanted.year(), "year");
        String proof = GroupText.optional("proof", wanted.proof());
        GroupYear declared = declaring.declare(
                caller.requirePersonId(), label, year, proof, command.derive("special-group"), caller.actor());
        return ResponseEntity.accepted().body(view(declared));
    }

    @Operation(summary = "The proof that was missing")
    @PostMapping("/{number}/papers")
    GroupView supply(Caller caller, @PathVariable String number, @RequestBody Papers papers) {
        caller.require(Role.CITIZEN);
        String proof = GroupText.required("proof", papers.proof());
        return view(declaring.supply(caller.requirePersonId(), number, proof, caller.actor()));
    }

    @Operation(summary = "The person's labels and declarations, the latest year first")
    @GetMapping
    Own list(Caller caller) {
        caller.require(Role.CITIZEN);
        PersonId me = register.require(caller.requirePersonId()).id();
        int now = clock.today().getYear();
        return new Own(IntStream.rangeClosed(0, YEARS_BACK + 1)
                .map(back -> now + 1 - back)
                .boxed()
                .flatMap(year -> groups.ofYear(me, year).stream())
                .map(this::view)
                .toList());
    }

    private GroupView view(GroupYear year) {
        return GroupView.own(year, groups.payerFor(year.person(), year.year()).orElse(null), clock.today());
    }
}
