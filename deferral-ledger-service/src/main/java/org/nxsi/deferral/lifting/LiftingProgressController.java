package org.nxsi.deferral.lifting;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the entries of a period have followed its last record. */
@RestController
@RequestMapping("/admin/v1/emergency-periods/{id}/lifting-progress")
class LiftingProgressController {

    private final BulkJobs liftings;

    LiftingProgressController(@Qualifier("liftings") BulkJobs liftings) {
        this.liftings = liftings;
    }

    /** @param refusal why the deadlines cannot be set, naming what is missing; absent unless they cannot */
    record Progress(
            String period,
            int record,
            BulkJob.State state,
            long done,
            long total,
            int chunks,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String refusal) {

        static Progress of(BulkJob job) {
            return new Progress(
                    job.of(),
                    job.record(),
                    job.state(),
                    job.done(),
                    job.total(),
                    job.chunks(),
                    job.startedAt(),
                    job.finishedAt(),
                    job.refusal());
        }
    }

    @Operation(summary = "How many entries have the deadline that the last record gives them")
    @GetMapping
    Progress progress(Caller caller, @PathVariable String id) {
        caller.requireAgency();
        BulkJob job = liftings.latestOf(id);
        if (job == null) {
            throw Problem.notFound("lifting-unknown", "no lifting of a period " + id + " has begun")
                    .exception();
        }
        return Progress.of(job);
    }
}
