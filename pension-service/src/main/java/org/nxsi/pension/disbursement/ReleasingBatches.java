package org.nxsi.pension.disbursement;

import java.time.Instant;
import org.nxsi.pension.Topics;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** A released run: every batch is released with the message that makes some instance send it. */
@Component
class ReleasingBatches implements WorkHandler {

    private final Runs runs;
    private final Batches batches;
    private final PayingRun paying;

    ReleasingBatches(Runs runs, Batches batches, PayingRun paying) {
        this.runs = runs;
        this.batches = batches;
        this.paying = paying;
    }

    @Override
    public String type() {
        return Runs.RELEASED_WORK;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Run run = runs.byId(work.subject());
        if (run == null) {
            throw new PoisonousEvent("no run " + work.subject());
        }
        if (run.status() == RunStatus.RELEASED) {
            batches.release(run.id(), ReleasingBatches::released);
            paying.concludeIfSettled(run.id());
        }
    }

    private static OutboxEvent released(String batch) {
        return new OutboxEvent(
                batch + "/released", Topics.WORK, batch, "pension.batch-released", batch, 1, Instant.now(), "{}");
    }
}
