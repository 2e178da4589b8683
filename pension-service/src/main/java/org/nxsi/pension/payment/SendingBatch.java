package org.nxsi.pension.payment;

import org.nxsi.pension.WorkHandler;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** A released batch goes to its bank. */
@Component
class SendingBatch implements WorkHandler {

    private final Batches batches;
    private final TalkingToBank bank;

    SendingBatch(Batches batches, TalkingToBank bank) {
        this.batches = batches;
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
            bank.send(batch);
        }
    }
}
