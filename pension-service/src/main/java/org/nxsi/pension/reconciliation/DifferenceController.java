package org.nxsi.pension.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.difference.Action;
import org.nxsi.pension.difference.Difference;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.difference.Kind;
import org.nxsi.platform.web.Caller;
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

/** The differences that people have to look into, and what two of them do about each. */
@RestController
@RequestMapping("/admin/v1/reconciliations/differences")
class DifferenceController {

    private final Differences differences;
    private final ResolvingDifference resolving;

    DifferenceController(Differences differences, ResolvingDifference resolving) {
        this.differences = differences;
        this.resolving = resolving;
    }

    /** What may be done, and what that does. */
    record AllowedAction(Action action, Action.Effect effect, String meaning) {
        static List<AllowedAction> of(Kind kind) {
            return kind.allowed().stream()
                    .map(action -> new AllowedAction(action, action.effect(), action.meaning()))
                    .toList();
        }
    }

    /** A difference, and what its kind allows. */
    record DifferenceView(Difference difference, List<AllowedAction> allowed) {
        static DifferenceView of(Difference difference) {
            return new DifferenceView(difference, AllowedAction.of(difference.kind()));
        }
    }

    record Proposal(Action action, String note) {}

    record Verdict(@Nullable String note) {}

    @GetMapping
    Page<Difference> differences(
            @RequestParam(required = false) Difference.@Nullable State state,
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String run,
            PageRequest request) {
        Differences.Wanted wanted = new Differences.Wanted(state, bank, kind, run);
        return Page.of(differences.page(wanted, request.after(), request.limit() + 1), request, Difference::id);
    }

    @GetMapping("/{id}")
    DifferenceView difference(@PathVariable String id) {
        return DifferenceView.of(found(id));
    }

    @PostMapping("/{id}/proposal")
    DifferenceView propose(Caller caller, @PathVariable String id, @RequestBody Proposal proposal) {
        caller.require(Role.FINANCE);
        return DifferenceView.of(resolving.propose(found(id), proposal.action(), caller.actor(), proposal.note()));
    }

    @PostMapping("/{id}/confirmation")
    DifferenceView confirm(Caller caller, @PathVariable String id, @RequestBody Verdict verdict) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        return DifferenceView.of(resolving.confirm(found(id), caller.actor(), verdict.note()));
    }

    @PostMapping("/{id}/rejection")
    DifferenceView reject(Caller caller, @PathVariable String id, @RequestBody Verdict verdict) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        return DifferenceView.of(resolving.reject(found(id), caller.actor(), verdict.note()));
    }

    private Difference found(String id) {
        Difference found = differences.byId(id);
        if (found == null) {
            throw Problem.notFound("difference-unknown", "there is no difference " + id)
                    .exception();
        }
        return found;
    }
}
