package org.nxsi.enrollment.collector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells dues of notices that a crash kept from them. */
@Component
class PostingLater {

    private static final Logger log = LoggerFactory.getLogger(PostingLater.class);
    private static final int AT_ONCE = 1_000;
    private static final int TURNS = 20;

    /** Whoever took them in is at it until then. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PaymentNotices notices;
    private final PostingNotices posting;

    PostingLater(PaymentNotices notices, PostingNotices posting) {
        this.notices = notices;
        this.posting = posting;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void postWhatIsLeft() {
        try {
            for (int turn = 0; turn < TURNS; turn++) {
                List<PaymentNotice> left = notices.unposted(Instant.now().minus(GRACE), AT_ONCE);
                if (left.isEmpty()) {
                    return;
                }
                posting.post(left);
            }
        } catch (RuntimeException failed) {
            log.warn("notices are posted later: {}", failed.toString());
        }
    }
}
