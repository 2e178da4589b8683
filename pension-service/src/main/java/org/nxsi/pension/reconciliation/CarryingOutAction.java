package org.nxsi.pension.reconciliation;

import java.util.Objects;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.difference.Action;
import org.nxsi.pension.difference.Difference;
import org.nxsi.pension.difference.Differences;
import org.nxsi.pension.payment.Batches;
import org.nxsi.pension.payment.ReturnsByPeople;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/** What two people have confirmed about a difference is done; done twice it is the same. */
@Component
class CarryingOutAction implements WorkHandler {

    private final Differences differences;
    private final Batches batches;
    private final ReturnsByPeople returns;

    CarryingOutAction(Differences differences, Batches batches, ReturnsByPeople returns) {
        this.differences = differences;
        this.batches = batches;
        this.returns = returns;
    }

    @Override
    public String type() {
        return ResolvingDifference.CONFIRMED;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Difference difference = differences.byId(work.subject());
        if (difference == null) {
            throw new PoisonousEvent("no difference " + work.subject());
        }
        Action action = Action.valueOf(work.data().path("action").asString());
        switch (action) {
            case ASK_BANK_AGAIN -> batches.askAgain(batchOf(difference));
            case MARK_RETURNED ->
                returns.neverLeft(
                        batchOf(difference),
                        endToEndId(difference),
                        Objects.requireNonNull(difference.resolvedOn()),
                        difference.id());
            case TAKE_OVER_FROM_STATEMENT ->
                returns.asOnStatement(
                        batchOf(difference),
                        endToEndId(difference),
                        Objects.requireNonNull(difference.reason()),
                        Objects.requireNonNull(difference.day()),
                        difference.id());
            case WAIT_FOR_NEXT_STATEMENT, CLAIM_BACK_FROM_BANK, CORRECTED_BY_BANK, EXPLAINED -> {
                // written down, and nothing else
            }
        }
    }

    private static String endToEndId(Difference difference) {
        return Objects.requireNonNull(difference.endToEndId());
    }

    private static String batchOf(Difference difference) {
        String batch = difference.batch();
        if (batch == null) {
            throw new PoisonousEvent("difference " + difference.id() + " is of no batch");
        }
        return batch;
    }
}
