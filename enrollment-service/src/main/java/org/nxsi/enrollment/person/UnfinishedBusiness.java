package org.nxsi.enrollment.person;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import org.nxsi.platform.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what a crash left half done, should nobody repeat the command. */
@Component
class UnfinishedBusiness {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedBusiness.class);

    /** Much longer than any of it takes: whoever began it is gone. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 10;

    private final RegisterBatches batches;
    private final Registering registering;
    private final IdentityProposals proposals;
    private final DecidingIdentity deciding;

    UnfinishedBusiness(
            RegisterBatches batches, Registering registering, IdentityProposals proposals, DecidingIdentity deciding) {
        this.batches = batches;
        this.registering = registering;
        this.proposals = proposals;
        this.deciding = deciding;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void look() {
        try {
            finishBegunBefore(Instant.now().minus(GRACE));
        } catch (MongoException | ProblemException failed) {
            log.warn("what is unfinished stays so for now: {}", failed.toString());
        }
    }

    void finishBegunBefore(Instant begun) {
        batches.leftBehind(begun, AT_ONCE).forEach(registering::finish);
        proposals.leftBehind(begun, AT_ONCE).forEach(deciding::carryOut);
    }
}
