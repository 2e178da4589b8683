package org.nxsi.enrollment.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.application.CaseEvents;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others learn of transfers: steps and days, and amounts once they are booked or sent; no name and no number. */
@Component
class TransferEvents {

    static final String PROGRESSED = "enrollment.transfer-progressed";

    private final JsonMapper json;
    private final CaseEvents cases;

    TransferEvents(JsonMapper json, CaseEvents cases) {
        this.json = json;
        this.cases = cases;
    }

    /**
     * @param step how many steps there were; of two facts about a transfer the one with more is the newer
     * @param account credited by a transfer in, sent by a transfer out; absent until then
     * @param pool the part of the fund that goes with it
     */
    private record Progressed(
            String number,
            String personId,
            Direction direction,
            String scheme,
            String area,
            String otherPlace,
            TransferState state,
            String stateTitle,
            int step,
            LocalDate on,
            String remark,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate informationOn,
            @Nullable LocalDate moneyOn,
            @Nullable String account,
            @Nullable String pool) {}

    /** Of a change: the steps that it took, and that its case moved. Nothing of what is no step. */
    List<OutboxEvent> of(@Nullable Transfer before, Transfer after) {
        List<OutboxEvent> events = new ArrayList<>();
        int steps = before == null ? 0 : before.progress().steps().size();
        for (int n = steps + 1; n <= after.progress().steps().size(); n++) {
            events.add(progressed(after, n));
        }
        if (before == null
                || before.file().history().size() < after.file().history().size()) {
            events.add(cases.progressed(after.file(), after.area()));
        }
        return events;
    }

    private OutboxEvent progressed(Transfer transfer, int n) {
        Progress.Step step = transfer.progress().steps().get(n - 1);
        boolean last = n == transfer.progress().steps().size();
        Worth worth = Worth.of(transfer);
        Progressed progressed = new Progressed(
                transfer.number(),
                transfer.person().value(),
                transfer.direction(),
                transfer.scheme().code(),
                transfer.area().code(),
                transfer.otherPlace(),
                step.state(),
                step.state().title(),
                n,
                step.on(),
                step.remark(),
                last ? transfer.progress().dueOn() : null,
                transfer.arrived().informationOn(),
                transfer.arrived().moneyOn(),
                worth == null ? null : worth.account().toString(),
                worth == null ? null : worth.pool().toString());
        return new OutboxEvent(
                PROGRESSED + "/" + transfer.number() + "/" + n,
                Topics.EVENTS,
                transfer.person().value(),
                PROGRESSED,
                transfer.number(),
                n,
                Instant.now(),
                json.writeValueAsString(progressed));
    }
}
