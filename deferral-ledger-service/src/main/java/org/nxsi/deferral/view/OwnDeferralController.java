package org.nxsi.deferral.view;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Standings;
import org.nxsi.platform.web.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** People ask about what is put off for them; the token alone tells whose. */
@RestController
class OwnDeferralController {

    private final Entries entries;
    private final Standings standings;

    OwnDeferralController(Entries entries, Standings standings) {
        this.entries = entries;
        this.standings = standings;
    }

    /** @param items by subject, kind and month; as many as the ledger keeps of a subject */
    record OwnDeferrals(List<OwnDeferral> items) {}

    @Operation(
            summary = "本人延期办理事项",
            description = "宁人社办发〔2020〕2号 第七条: what is put off, what to do and until when. It is 延期, not 缓缴.")
    @GetMapping("/v1/persons/me/deferrals")
    OwnDeferrals ofPerson(Caller caller) {
        return shown(OwnSubjects.ofPerson(caller));
    }

    @Operation(
            summary = "本单位延期办理事项",
            description = "宁人社办发〔2020〕2号 第七条: what is put off, what to do and until when. It is 延期, not 缓缴.")
    @GetMapping("/v1/employers/me/deferrals")
    OwnDeferrals ofEmployer(Caller caller) {
        return shown(OwnSubjects.ofEmployer(caller));
    }

    private OwnDeferrals shown(List<OwnSubjects.Subject> subjects) {
        return new OwnDeferrals(subjects.stream()
                .flatMap(each -> entries.ofSubject(each.kind(), each.id()).stream())
                .map(this::shown)
                .toList());
    }

    private OwnDeferral shown(Entry entry) {
        return OwnDeferral.of(entry, standings.of(entry));
    }
}
