package org.nxsi.deferral.ledger;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about an entry that two people take: a clerk or reviewer proposes, another reviewer confirms. */
@RestController
@RequestMapping("/admin/v1/deferrals/{id}")
class DecisionController {

    private final Deferrals deferrals;
    private final DecidingTogether deciding;
    private final Standings standings;

    DecisionController(Deferrals deferrals, DecidingTogether deciding, Standings standings) {
        this.deferrals = deferrals;
        this.deciding = deciding;
        this.standings = standings;
    }

    /** @param takenBack of a reopening: ids of the make-ups that do not count any more; absent for all */
    record Reason(@Nullable String reason, @Nullable List<String> takenBack) {}

    @Operation(summary = "Proposes to open a settled entry again")
    @PostMapping("/reopening-proposal")
    EntryView proposeReopening(Caller caller, @PathVariable String id, @RequestBody Reason body, CommandId command) {
        caller.require(Role.CLERK, Role.REVIEWER);
        return view(deciding.proposeReopening(
                deferrals.seenBy(caller, id),
                Deferrals.text("reason", body.reason()),
                body.takenBack(),
                caller.actor(),
                command));
    }

    @Operation(summary = "Another person opens it again")
    @PostMapping("/reopening")
    EntryView reopen(Caller caller, @PathVariable String id, CommandId command) {
        return confirm(caller, id, Posting.Kind.REOPENED, command);
    }

    @PostMapping("/reopening-rejection")
    EntryView rejectReopening(Caller caller, @PathVariable String id) {
        return reject(caller, id, Posting.Kind.REOPENED);
    }

    @Operation(
            summary = "Proposes that the normal rules apply after the deadline",
            description = "Nothing is lost by itself when the deadline passes: people decide.")
    @PostMapping("/normal-rules-proposal")
    EntryView proposeNormalRules(Caller caller, @PathVariable String id, @RequestBody Reason body, CommandId command) {
        caller.require(Role.CLERK, Role.REVIEWER);
        return view(deciding.proposeNormalRules(
                deferrals.seenBy(caller, id), Deferrals.text("reason", body.reason()), caller.actor(), command));
    }

    @Operation(summary = "Another person decides that the normal rules apply")
    @PostMapping("/normal-rules")
    EntryView decideNormalRules(Caller caller, @PathVariable String id, CommandId command) {
        return confirm(caller, id, Posting.Kind.NORMAL_RULES, command);
    }

    @PostMapping("/normal-rules-rejection")
    EntryView rejectNormalRules(Caller caller, @PathVariable String id) {
        return reject(caller, id, Posting.Kind.NORMAL_RULES);
    }

    private EntryView confirm(Caller caller, String id, Posting.Kind kind, CommandId command) {
        caller.require(Role.REVIEWER);
        return view(deciding.confirm(deferrals.seenBy(caller, id), kind, caller.actor(), command));
    }

    private EntryView reject(Caller caller, String id, Posting.Kind kind) {
        caller.require(Role.CLERK, Role.REVIEWER);
        return view(deciding.reject(deferrals.seenBy(caller, id), kind));
    }

    private EntryView view(Entry entry) {
        return EntryView.of(entry, standings.of(entry));
    }
}
