package org.nxsi.pension.disbursement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.instruction.Obligation;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments of an approved run that somebody has stopped (暂缓发放); a stop is named by the payment's end-to-end id. */
@RestController
@RequestMapping("/admin/v1/disbursement-runs/{run}/stops")
class StopController {

    private final StoppingPayment stopping;
    private final Batches batches;

    StopController(StoppingPayment stopping, Batches batches) {
        this.stopping = stopping;
        this.batches = batches;
    }

    /** @param withheld false once the stop was lifted */
    record StopView(
            String id,
            String obligation,
            Scheme scheme,
            Fen amount,
            boolean withheld,
            String reason,
            @Nullable String note,
            String by,
            Instant at,
            Batch.@Nullable Lifting lifting) {

        static StopView of(Batch.Stop stop) {
            return new StopView(
                    Obligation.endToEndId(stop.instruction()),
                    stop.instruction(),
                    stop.scheme(),
                    stop.amount(),
                    stop.holds(),
                    stop.reason(),
                    stop.note(),
                    stop.by(),
                    stop.at(),
                    stop.lifting());
        }
    }

    record Stopped(List<StopView> items) {}

    @PostMapping
    Stopped stop(Caller caller, @PathVariable String run, @RequestBody StoppingPayment.Wanted wanted) {
        return new Stopped(
                stopping.stop(caller, run, wanted).stream().map(StopView::of).toList());
    }

    /** Page by page of batches: an item holds a batch's stops, of which there are some hundreds at most. */
    @GetMapping
    Page<List<StopView>> list(@PathVariable String run, PageRequest request) {
        return Page.of(batches.stopped(run, request.after(), request.limit() + 1), request, Batch::id)
                .map(batch -> batch.stops().stream().map(StopView::of).toList());
    }

    @PostMapping("/{id}/lifting")
    StopView wantLifted(Caller caller, @PathVariable String run, @PathVariable String id) {
        return StopView.of(stopping.wantLifted(caller, run, instruction(run, id)));
    }

    @PostMapping("/{id}/lifting/approval")
    StopView lift(Caller caller, @PathVariable String run, @PathVariable String id) {
        return StopView.of(stopping.lift(caller, run, instruction(run, id)));
    }

    private String instruction(String run, String endToEndId) {
        return batches.stopped(run, null, Integer.MAX_VALUE).stream()
                .flatMap(batch -> batch.stops().stream())
                .map(Batch.Stop::instruction)
                .filter(each -> Obligation.endToEndId(each).equals(endToEndId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("stop-unknown", "run " + run + " has no such stop")
                        .exception());
    }
}
