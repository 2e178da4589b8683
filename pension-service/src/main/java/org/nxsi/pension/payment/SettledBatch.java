package org.nxsi.pension.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nxsi.pension.Topics;
import org.nxsi.pension.instruction.Totals;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What leaves with a batch that has its final words. */
@Component
class SettledBatch {

    /** Fact for other services: a batch has its final words. */
    static final String SETTLED = "pension.batch-settled";
    /** Work: see whether the batch's run is paid. */
    static final String SETTLED_WORK = "pension.run-batch-settled";

    private final JsonMapper json;

    SettledBatch(JsonMapper json) {
        this.json = json;
    }

    List<OutboxEvent> events(Batch batch, Totals paid, Totals returned) {
        return List.of(work(batch), fact(batch, paid, returned));
    }

    private static OutboxEvent work(Batch batch) {
        return new OutboxEvent(
                batch.id() + "/settled-work",
                Topics.WORK,
                batch.run(),
                SETTLED_WORK,
                batch.run(),
                1,
                Instant.now(),
                "{}");
    }

    private OutboxEvent fact(Batch batch, Totals paid, Totals returned) {
        String data = json.writeValueAsString(Map.of(
                "batch", batch.id(),
                "run", batch.run(),
                "bank", batch.bank(),
                "month", batch.month().toString(),
                "paid", paid.count(),
                "paidAmount", paid.amount().toString(),
                "returned", returned.count(),
                "returnedAmount", returned.amount().toString()));
        return new OutboxEvent(
                batch.id() + "/settled", Topics.EVENTS, batch.id(), SETTLED, batch.id(), 1, Instant.now(), data);
    }
}
