package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** After a batch was settled: was it the run's last one? */
@Component
class PayingRun implements WorkHandler {

    private final Runs runs;
    private final Batches batches;

    PayingRun(Runs runs, Batches batches) {
        this.runs = runs;
        this.batches = batches;
    }

    @Override
    public String type() {
        return "pension.run-batch-settled";
    }

    @Override
    public void handle(ReceivedEvent work) {
        concludeIfSettled(work.subject());
    }

    void concludeIfSettled(String run) {
        if (batches.unsettled(run) == 0) {
            runs.move(run, List.of(RunStatus.RELEASED), RunStatus.PAID, set("paidAt", Instant.now()), Map.of());
        }
    }
}
