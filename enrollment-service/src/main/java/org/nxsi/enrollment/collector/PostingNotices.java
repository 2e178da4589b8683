package org.nxsi.enrollment.collector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.platform.identity.AreaCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells dues of the notices about them, in bulk; told again they find it there. */
@Component
class PostingNotices {

    private static final Logger log = LoggerFactory.getLogger(PostingNotices.class);

    private final PaymentNotices notices;
    private final PostingToDues posting;

    PostingNotices(PaymentNotices notices, PostingToDues posting) {
        this.notices = notices;
        this.posting = posting;
    }

    void post(Collection<PaymentNotice> some) {
        Map<AreaCode, Map<DueKey, List<Posting>>> byArea = new LinkedHashMap<>();
        for (PaymentNotice each : some) {
            byArea.computeIfAbsent(each.area(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(each.due(), any -> new ArrayList<>())
                    .add(each.posting());
        }
        Map<String, Due> after = new HashMap<>();
        byArea.forEach((area, wanted) -> after.putAll(posting.post(wanted, area)));
        settle(some, after);
    }

    private void settle(Collection<PaymentNotice> some, Map<String, Due> after) {
        List<String> posted = new ArrayList<>();
        List<String> leftOver = new ArrayList<>();
        for (PaymentNotice each : some) {
            Due due = after.get(each.due().id());
            boolean known = due != null && due.has(each.posting().id());
            (known ? posted : leftOver).add(each.id());
        }
        if (!posted.isEmpty()) {
            notices.posted(posted);
        }
        if (!leftOver.isEmpty()) {
            log.error("{} notices are left to people, their dues have no room: {}", leftOver.size(), leftOver);
            notices.leftOver(leftOver);
        }
    }
}
