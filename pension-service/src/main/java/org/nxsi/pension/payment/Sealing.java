package org.nxsi.pension.payment;

import static com.mongodb.client.model.Updates.set;

import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.instruction.Totals;
import org.springframework.stereotype.Component;

/**
 * Closes a released batch before its order is made: from here on nobody can be stopped, so the bytes are made of what
 * the batch says. A stop and an order never cross: the stop comes before the seal or is refused.
 */
@Component
class Sealing {

    private final Batches batches;
    private final Instructions instructions;
    private final SettledBatch settled;

    Sealing(Batches batches, Instructions instructions, SettledBatch settled) {
        this.batches = batches;
        this.instructions = instructions;
        this.settled = settled;
    }

    /** @return the sealed batch; null if there is nothing to send, or somebody else has sent it */
    @Nullable
    Batch seal(Batch released) {
        Batch sealed = batches.step(released, List.of(BatchStatus.RELEASED), set("sealed", true));
        if (sealed == null) {
            return null;
        }
        if (!sealed.stops().isEmpty()) {
            instructions.hold(sealed.stopped(true), sealed.stopped(false), sealed.stopVersion());
        }
        if (sealed.payable() > 0) {
            return sealed;
        }
        Bson nothing = set("byFund", List.of());
        batches.settle(sealed, nothing, settled.events(sealed, Totals.NONE, Totals.NONE));
        return null;
    }
}
