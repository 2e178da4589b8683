package org.nxsi.pension.payment;

import org.nxsi.pension.WorkHandler;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.springframework.stereotype.Component;

/** What two people have confirmed about a batch is done; done twice it is the same. */
@Component
class CarryingOutResolution implements WorkHandler {

    private final BatchResolutions resolutions;
    private final Batches batches;
    private final BankReports reports;

    CarryingOutResolution(BatchResolutions resolutions, Batches batches, BankReports reports) {
        this.resolutions = resolutions;
        this.batches = batches;
        this.reports = reports;
    }

    @Override
    public String type() {
        return ResolvingBatch.CONFIRMED;
    }

    @Override
    public void handle(ReceivedEvent work) {
        BatchResolution resolution = resolutions.byId(work.subject());
        Batch batch = resolution == null ? null : batches.byId(resolution.batch());
        if (resolution == null || batch == null) {
            throw new PoisonousEvent("no resolution " + work.subject());
        }
        switch (resolution.outcome()) {
            case AS_BOOKED ->
                reports.keep(
                        batch.bank(),
                        PaymentStatusReport.read(
                                Compressed.bytes(resolution.report().getData())));
            case NEVER_RECEIVED -> batches.notReceived(batch, resolution.messageId(), resolution.id());
        }
    }
}
