package org.nxsi.pension.payment;

import org.nxsi.pension.WorkHandler;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/**
 * A released batch goes to its bank, on that bank's threads and not on those of the work. What finds no room there stays
 * released, and is found by the next look at what is due.
 */
@Component
class SendingBatch implements WorkHandler {

    private final Batches batches;
    private final BankQueues queues;
    private final TalkingToBank bank;

    SendingBatch(Batches batches, BankQueues queues, TalkingToBank bank) {
        this.batches = batches;
        this.queues = queues;
        this.bank = bank;
    }

    @Override
    public String type() {
        return "pension.batch-released";
    }

    @Override
    public void handle(ReceivedEvent work) {
        Batch batch = batches.byId(work.subject());
        if (batch != null && batch.status() == BatchStatus.RELEASED) {
            queues.bring(batch, bank::send);
        }
    }
}
