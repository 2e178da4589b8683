package org.nxsi.pension.payment;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people resolve a batch whose bank stays silent, against the statement. */
@RestController
@RequestMapping("/admin/v1/payment-batches/{batch}/resolutions")
class ResolutionController {

    /** Nobody resolves a batch more often. */
    private static final int MOST = 100;

    private final Batches batches;
    private final BatchResolutions resolutions;
    private final ResolvingBatch resolving;

    ResolutionController(Batches batches, BatchResolutions resolutions, ResolvingBatch resolving) {
        this.batches = batches;
        this.resolutions = resolutions;
        this.resolving = resolving;
    }

    record ResolutionView(
            String batch,
            int number,
            String messageId,
            BatchResolution.Outcome outcome,
            BatchResolution.State state,
            BatchResolution.Evidence evidence,
            BatchResolution.Step proposed,
            BatchResolution.@Nullable Step decided) {

        static ResolutionView of(BatchResolution resolution) {
            return new ResolutionView(
                    resolution.batch(),
                    resolution.number(),
                    resolution.messageId(),
                    resolution.outcome(),
                    resolution.state(),
                    resolution.evidence(),
                    resolution.proposed(),
                    resolution.decided());
        }
    }

    record Verdict(@Nullable String note) {}

    /** All of one batch; there are few, so this list has no pages. */
    record ResolutionsView(List<ResolutionView> items) {}

    @GetMapping
    ResolutionsView all(@PathVariable String batch) {
        return new ResolutionsView(resolutions.ofBatch(found(batch).id(), MOST).stream()
                .map(ResolutionView::of)
                .toList());
    }

    @PostMapping
    ResponseEntity<ResolutionView> propose(
            Caller caller, @PathVariable String batch, @RequestBody ResolvingBatch.Proposal proposal) {
        caller.require(Role.FINANCE);
        BatchResolution proposed = resolving.propose(found(batch), proposal, caller.actor());
        return ResponseEntity.created(
                        URI.create("/admin/v1/payment-batches/" + batch + "/resolutions/" + proposed.number()))
                .body(ResolutionView.of(proposed));
    }

    @GetMapping("/{number}")
    ResolutionView one(@PathVariable String batch, @PathVariable int number) {
        return ResolutionView.of(found(batch, number));
    }

    @PostMapping("/{number}/confirmation")
    ResolutionView confirm(
            Caller caller, @PathVariable String batch, @PathVariable int number, @RequestBody Verdict verdict) {
        caller.require(Role.REVIEWER);
        return ResolutionView.of(resolving.confirm(found(batch), found(batch, number), caller.actor(), verdict.note()));
    }

    /** By the reviewer, or by the proposer who takes it back. */
    @PostMapping("/{number}/rejection")
    ResolutionView reject(
            Caller caller, @PathVariable String batch, @PathVariable int number, @RequestBody Verdict verdict) {
        caller.require(Role.REVIEWER, Role.FINANCE);
        return ResolutionView.of(resolving.reject(found(batch, number), caller.actor(), verdict.note()));
    }

    private Batch found(String id) {
        Batch batch = batches.byId(id);
        if (batch == null) {
            throw Problem.notFound("batch-unknown", "there is no batch " + id).exception();
        }
        return batch;
    }

    private BatchResolution found(String batch, int number) {
        BatchResolution resolution = resolutions.byId(BatchResolution.idOf(batch, number));
        if (resolution == null) {
            throw Problem.notFound("resolution-unknown", "batch " + batch + " has no resolution " + number)
                    .exception();
        }
        return resolution;
    }
}
