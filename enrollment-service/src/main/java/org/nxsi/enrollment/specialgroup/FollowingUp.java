package org.nxsi.enrollment.specialgroup;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has changes of labels followed: at once, and again later where that failed or a crash came between. */
@Component
class FollowingUp {

    private static final Logger log = LoggerFactory.getLogger(FollowingUp.class);
    private static final int AT_ONCE = 200;

    /** What cannot be followed, such as for want of a figure, is tried again after this. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final GroupYears years;
    private final ObjectProvider<FollowingPayer> followers;

    FollowingUp(GroupYears years, ObjectProvider<FollowingPayer> followers) {
        this.years = years;
        this.followers = followers;
    }

    void follow(GroupYear year) {
        if (year.followAfter() == null) {
            return;
        }
        try {
            followers.forEach(
                    each -> each.payerChanged(year.person(), year.year(), "group/" + year.id() + "/" + year.version()));
            years.followed(year);
        } catch (RuntimeException failed) {
            log.warn("the labels of a person's {} are followed later: {}", year.year(), failed.toString());
            years.followLater(year, Instant.now().plus(PAUSE));
        }
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 5_000)
    void followWhatIsLeft() {
        try {
            years.toFollow(Instant.now(), AT_ONCE).forEach(this::follow);
        } catch (RuntimeException failed) {
            log.warn("labels are followed later: {}", failed.toString());
        }
    }
}
