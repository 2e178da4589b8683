package org.nxsi.enrollment.transfer;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up what a crash has left: accounts and relations follow every step that was written. */
@Component
class CarryingOutLater {

    private static final Logger log = LoggerFactory.getLogger(CarryingOutLater.class);
    private static final int AT_ONCE = 100;

    /** Much longer than whoever began it needs. */
    private static final Duration LEFT = Duration.ofSeconds(60);

    private final TransferFiles transfers;
    private final CarryingOut carryingOut;

    CarryingOutLater(TransferFiles transfers, CarryingOut carryingOut) {
        this.transfers = transfers;
        this.carryingOut = carryingOut;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    void carryOutWhatIsLeft() {
        for (Transfer each : transfers.left(Instant.now().minus(LEFT), AT_ONCE)) {
            try {
                carryingOut.carryOut(each);
            } catch (RuntimeException failed) {
                log.warn("transfer {} is carried on later: {}", each.number(), failed.toString());
            }
        }
    }
}
