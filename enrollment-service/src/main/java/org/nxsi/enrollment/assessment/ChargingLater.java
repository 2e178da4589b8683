package org.nxsi.enrollment.assessment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells whoever collects of sheets that a crash kept from them. */
@Component
class ChargingLater {

    private static final Logger log = LoggerFactory.getLogger(ChargingLater.class);
    private static final int AT_ONCE = 100;

    private final SheetDocuments documents;
    private final Sheets sheets;

    ChargingLater(SheetDocuments documents, Sheets sheets) {
        this.documents = documents;
        this.sheets = sheets;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void chargeWhatIsLeft() {
        try {
            documents.uncharged(AT_ONCE).forEach(sheets::charge);
        } catch (RuntimeException failed) {
            log.warn("sheets are charged later: {}", failed.toString());
        }
    }
}
