package org.nxsi.enrollment.person;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.DecidingIdentity.Words;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merging duplicates and correcting numbers: a clerk proposes, a reviewer decides. */
@RestController
@RequestMapping("/admin/v1/persons/identity-proposals")
class IdentityProposalController {

    private final PersonsSeen seen;
    private final IdentityProposals proposals;
    private final DecidingIdentity deciding;

    IdentityProposalController(PersonsSeen seen, IdentityProposals proposals, DecidingIdentity deciding) {
        this.seen = seen;
        this.proposals = proposals;
        this.deciding = deciding;
    }

    /** @param mergedId or {@code number}: one of them */
    record Wanted(
            @Nullable PersonId keptId,
            @Nullable PersonId mergedId,
            @Nullable SocialNumber number,
            @Nullable String reason,
            @Nullable String proof) {}

    record Refusal(@Nullable String reason) {}

    @Operation(
            summary = "Proposes that two ids are one person, or that a person's number is another one",
            description = "The id that is merged forwards to the one that remains, and is never used again.")
    @PostMapping
    ResponseEntity<IdentityProposalView> propose(Caller caller, CommandId command, @RequestBody Wanted wanted) {
        caller.require(Role.CLERK);
        if (wanted.keptId() == null) {
            throw Problem.badRequest("missing-field", "keptId", "whose id remains?")
                    .exception();
        }
        Words words = new Words(
                PersonText.of("reason", wanted.reason()),
                PersonText.of("proof", wanted.proof()),
                caller.actor(),
                command);
        Person kept = seen.kept(caller, wanted.keptId());
        IdentityProposal proposal = proposal(caller, wanted, kept, words);
        return ResponseEntity.created(URI.create("/admin/v1/persons/identity-proposals/" + proposal.id()))
                .body(IdentityProposalView.of(proposal));
    }

    @GetMapping
    Page<IdentityProposalView> list(
            Caller caller, @RequestParam IdentityProposal.@Nullable State state, PageRequest request) {
        return Page.of(
                        proposals.page(caller.requireAgency(), state, request.after(), request.limit() + 1),
                        request,
                        IdentityProposal::id)
                .map(IdentityProposalView::of);
    }

    @GetMapping("/{id}")
    IdentityProposalView one(Caller caller, @PathVariable String id) {
        return IdentityProposalView.of(seenBy(caller, id));
    }

    @Operation(summary = "Another person approves it; it is carried out")
    @PostMapping("/{id}/approval")
    IdentityProposalView approve(Caller caller, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        return IdentityProposalView.of(deciding.approve(seenBy(caller, id), caller.actor()));
    }

    @Operation(summary = "Another person refuses it")
    @PostMapping("/{id}/refusal")
    IdentityProposalView refuse(Caller caller, @PathVariable String id, @RequestBody Refusal refusal) {
        caller.require(Role.REVIEWER);
        return IdentityProposalView.of(
                deciding.refuse(seenBy(caller, id), PersonText.of("reason", refusal.reason()), caller.actor()));
    }

    private IdentityProposal proposal(Caller caller, Wanted wanted, Person kept, Words words) {
        PersonId mergedId = wanted.mergedId();
        SocialNumber number = wanted.number();
        if (mergedId != null && number == null) {
            return deciding.proposeMerge(kept, seen.kept(caller, mergedId), words);
        }
        if (number != null && mergedId == null) {
            return deciding.proposeNumber(kept, number, words);
        }
        throw Problem.badRequest("missing-field", "mergedId", "either mergedId or number")
                .exception();
    }

    private IdentityProposal seenBy(Caller caller, String id) {
        IdentityProposal proposal = proposals.byId(id);
        if (proposal == null || !caller.requireAgency().contains(proposal.area())) {
            throw Problem.notFound("proposal-unknown", "there is no proposal " + id + " in your area")
                    .exception();
        }
        return proposal;
    }
}
