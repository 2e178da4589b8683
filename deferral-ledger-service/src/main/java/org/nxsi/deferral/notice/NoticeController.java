package org.nxsi.deferral.notice;

import io.swagger.v3.oas.annotations.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.view.OwnSubjects;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** People read their reminders; the token alone tells whose. */
@RestController
class NoticeController {

    private final Notices notices;
    private final Entries entries;

    NoticeController(Notices notices, Entries entries) {
        this.notices = notices;
        this.entries = entries;
    }

    @Operation(summary = "本人补办提醒", description = "宁人社办发〔2020〕2号 第七条; 30, 7 and 1 day before the last day.")
    @GetMapping("/v1/persons/me/deferral-notices")
    Page<NoticeView> ofPerson(Caller caller, PageRequest request) {
        return shown(OwnSubjects.ofPerson(caller), request);
    }

    @Operation(summary = "本单位补办提醒", description = "宁人社办发〔2020〕2号 第七条; 30, 7 and 1 day before the last day.")
    @GetMapping("/v1/employers/me/deferral-notices")
    Page<NoticeView> ofEmployer(Caller caller, PageRequest request) {
        return shown(OwnSubjects.ofEmployer(caller), request);
    }

    private Page<NoticeView> shown(List<OwnSubjects.Subject> subjects, PageRequest request) {
        List<String> names = subjects.stream()
                .map(each -> Notices.subject(each.kind(), each.id()))
                .toList();
        Page<Notice> page = Page.of(notices.of(names, request.after(), request.limit() + 1), request, Notice::id);
        Map<String, Entry> standing = new HashMap<>();
        entries.byIds(page.items().stream().map(Notice::entry).distinct().toList())
                .forEach(each -> standing.put(each.id(), each));
        return page.map(each -> NoticeView.of(each, standing.get(each.entry())));
    }
}
