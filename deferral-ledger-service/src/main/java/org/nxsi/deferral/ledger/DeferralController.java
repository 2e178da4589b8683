package org.nxsi.deferral.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clerks keep the ledger, entry by entry; entries lie in the area of their agency. */
@RestController
@RequestMapping("/admin/v1/deferrals")
class DeferralController {

    private final Deferrals deferrals;
    private final OpeningEntries opening;
    private final KeepingEntries keeping;
    private final Standings standings;

    DeferralController(Deferrals deferrals, OpeningEntries opening, KeepingEntries keeping, Standings standings) {
        this.deferrals = deferrals;
        this.opening = opening;
        this.keeping = keeping;
        this.standings = standings;
    }

    record Opened(List<EntryView> entries) {}

    record Assessment(
            @Nullable String scheme,
            @Nullable Fen amount,
            @Nullable String reference) {}

    record MakeUp(
            @Nullable String scheme,
            @Nullable Fen amount,
            @Nullable LocalDate on,
            @Nullable String reference) {}

    record Withdrawal(@Nullable String reason) {}

    /** As it comes: anything may be missing. */
    record Opening(
            @Nullable SubjectKind subjectKind,
            @Nullable String subjectId,
            @Nullable Kind kind,
            @Nullable String scheme,
            @Nullable AreaCode area,
            @Nullable String reason,
            @Nullable Channel channel,
            @Nullable List<OpeningEntries.MonthWanted> months) {

        OpeningEntries.Wanted wanted() {
            return new OpeningEntries.Wanted(
                    given("subjectKind", subjectKind),
                    given("subjectId", subjectId),
                    given("kind", kind),
                    given("scheme", scheme),
                    given("area", area),
                    Deferrals.text("reason", reason),
                    channel == null ? Channel.WINDOW : channel,
                    given("months", months));
        }
    }

    @Operation(summary = "Business is put off: one entry a month", description = "The same again changes nothing.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(Caller caller, @RequestBody Opening body, CommandId command) {
        caller.require(Role.CLERK);
        OpeningEntries.Wanted wanted = body.wanted();
        AreaCode own = caller.requireAgency();
        if (!own.contains(wanted.area())) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        if (wanted.months().isEmpty() || wanted.months().size() > OpeningEntries.MOST_MONTHS) {
            throw Problem.badRequest("months-required", "months", "1 to " + OpeningEntries.MOST_MONTHS + " months")
                    .exception();
        }
        for (int i = 0; i < wanted.months().size(); i++) {
            OpeningEntries.MonthWanted month =
                    given("months[" + i + "]", wanted.months().get(i));
            given("months[" + i + "].month", month.month());
            given("months[" + i + "].dueDate", month.dueDate());
        }
        return new Opened(opening.open(wanted, caller.actor(), command).stream()
                .map(this::view)
                .toList());
    }

    @GetMapping("/{id}")
    EntryView entry(Caller caller, @PathVariable String id) {
        return view(deferrals.seenBy(caller, id));
    }

    @Operation(summary = "It was made up, in part or in whole", description = "Without an amount: all of the scheme.")
    @PostMapping("/{id}/make-ups")
    EntryView makeUp(Caller caller, @PathVariable String id, @RequestBody MakeUp body, CommandId command) {
        caller.require(Role.CLERK);
        KeepingEntries.MakeUp makeUp = new KeepingEntries.MakeUp(
                given("scheme", body.scheme()),
                body.amount(),
                given("on", body.on()),
                Deferrals.text("reference", body.reference()));
        return view(keeping.makeUp(deferrals.seenBy(caller, id), makeUp, caller.actor(), command));
    }

    @Operation(summary = "The amount of a scheme is assessed, or assessed anew")
    @PostMapping("/{id}/assessments")
    EntryView assess(Caller caller, @PathVariable String id, @RequestBody Assessment body, CommandId command) {
        caller.require(Role.CLERK);
        return view(keeping.assess(
                deferrals.seenBy(caller, id),
                given("scheme", body.scheme()),
                given("amount", body.amount()),
                Deferrals.text("reference", body.reference()),
                caller.actor(),
                command));
    }

    @Operation(summary = "It should not have been in the ledger")
    @PostMapping("/{id}/withdrawal")
    EntryView withdraw(Caller caller, @PathVariable String id, @RequestBody Withdrawal body, CommandId command) {
        caller.require(Role.CLERK);
        String reason = Deferrals.text("reason", body.reason());
        return view(keeping.withdraw(deferrals.seenBy(caller, id), reason, caller.actor(), command));
    }

    private EntryView view(Entry entry) {
        return EntryView.of(entry, standings.of(entry));
    }

    static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.badRequest("field-required", field, field + " is needed")
                    .exception();
        }
        return value;
    }
}
