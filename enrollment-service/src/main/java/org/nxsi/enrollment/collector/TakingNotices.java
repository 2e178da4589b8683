package org.nxsi.enrollment.collector;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.platform.clock.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in notices of payments. All that can be read are kept first, in one bulk; then their dues are told. What a crash
 * leaves in between is finished by {@link PostingLater}, or by whoever tells the same again.
 */
@Component
class TakingNotices {

    private static final Logger log = LoggerFactory.getLogger(TakingNotices.class);

    private final PaymentNotices notices;
    private final PostingNotices posting;
    private final BusinessClock clock;

    TakingNotices(PaymentNotices notices, PostingNotices posting, BusinessClock clock) {
        this.notices = notices;
        this.posting = posting;
        this.clock = clock;
    }

    /** @return what became of each, in their order; every one that is not refused is kept by now */
    List<NoticeLine> take(String collector, List<WantedNotice> wanted) {
        NoticeReading reading =
                new NoticeReading(collector, clock.today(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        List<NoticeReading.Read> read = wanted.stream().map(reading::read).toList();
        ToldSoFar told = toldSoFar(read);
        Map<Integer, PaymentNotice> fresh = new LinkedHashMap<>();
        Map<String, PaymentNotice> toPost = new LinkedHashMap<>();
        List<NoticeLine> lines = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            PaymentNotice notice = read.get(i).notice();
            String id = wanted.get(i).id();
            Refusal refusal = read.get(i).refusal();
            PaymentNotice before = notice == null ? null : told.before(notice);
            if (notice != null && before == null) {
                refusal = told.contradictionOf(notice);
            } else if (notice != null && !notice.saysTheSameAs(Objects.requireNonNull(before))) {
                refusal = otherWords();
            }
            if (notice == null || refusal != null) {
                lines.add(NoticeLine.refused(i + 1, id, Objects.requireNonNull(refusal)));
                continue;
            }
            if (before == null) {
                told.add(notice);
                fresh.put(i, notice);
            }
            toPost.put(notice.id(), before == null ? notice : before);
            lines.add(NoticeLine.of(
                    i + 1, id, before == null ? NoticeLine.Result.STORED : NoticeLine.Result.ALREADY_STORED));
        }
        keep(fresh, toPost, lines);
        post(toPost);
        return lines;
    }

    /** Whoever told one of them at the same moment was quicker: what they said stands. */
    private void keep(Map<Integer, PaymentNotice> fresh, Map<String, PaymentNotice> toPost, List<NoticeLine> lines) {
        Set<String> quicker = new HashSet<>();
        notices.keep(List.copyOf(fresh.values())).forEach(each -> quicker.add(each.id()));
        if (quicker.isEmpty()) {
            return;
        }
        Map<String, PaymentNotice> standing = new HashMap<>();
        notices.find(quicker).forEach(each -> standing.put(each.id(), each));
        fresh.forEach((i, notice) -> {
            PaymentNotice other = standing.get(notice.id());
            if (other != null) {
                NoticeLine line = lines.get(i);
                boolean same = notice.saysTheSameAs(other);
                toPost.put(other.id(), other);
                lines.set(
                        i,
                        same
                                ? NoticeLine.of(line.row(), line.id(), NoticeLine.Result.ALREADY_STORED)
                                : NoticeLine.refused(line.row(), line.id(), otherWords()));
            }
        });
    }

    /** They are kept: whatever happens now, their dues are told sooner or later. */
    private void post(Map<String, PaymentNotice> toPost) {
        try {
            posting.post(toPost.values().stream()
                    .filter(each -> each.unposted() != null)
                    .toList());
        } catch (RuntimeException failed) {
            log.warn("{} notices are posted later: {}", toPost.size(), failed.toString());
        }
    }

    private ToldSoFar toldSoFar(List<NoticeReading.Read> read) {
        Set<String> ids = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (NoticeReading.Read each : read) {
            PaymentNotice notice = each.notice();
            if (notice != null) {
                ids.add(notice.id());
                @Nullable String takesBack = notice.takesBack();
                named.add(takesBack == null ? notice.id() : takesBack);
            }
        }
        List<PaymentNotice> told = new ArrayList<>(notices.takingBack(ids));
        named.addAll(ids);
        told.addAll(notices.find(named));
        return new ToldSoFar(told);
    }

    private static Refusal otherWords() {
        return Refusal.wrong(
                "notice-differs", "id", "a notice of this number was told before, and says something else");
    }
}
