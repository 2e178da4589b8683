package org.nxsi.pension.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.pension.Topics;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the ledger of deferrals what was put off and what was made up, in batches that leave with the piece of work that
 * noticed it. Done again, that piece tells the same under the same names.
 */
@Component
public class TellingTheLedger {

    /** Business that was not done in time because of an emergency. */
    static final String PUT_OFF = "pension.business-put-off";

    /** Business that was put off is done now. */
    static final String MADE_UP = "pension.business-made-up";

    static final int MOST_LINES = 1_000;

    private final PutOffs putOffs;
    private final CertificationInEmergency emergency;
    private final BusinessClock clock;
    private final JsonMapper json;

    TellingTheLedger(PutOffs putOffs, CertificationInEmergency emergency, BusinessClock clock, JsonMapper json) {
        this.putOffs = putOffs;
        this.emergency = emergency;
        this.clock = clock;
        this.json = json;
    }

    private record Lines<T>(List<T> lines) {}

    /**
     * The certifications that a slice found overdue and that held nothing back. Those that had run out before the emergency
     * were late anyhow; each is told once, however many runs pay it.
     */
    public List<OutboxEvent> certificationsPutOff(String slice, List<Beneficiary> paidThoughOverdue) {
        List<PutOff> noticed = paidThoughOverdue.stream()
                .filter(emergency::ranOutInEmergency)
                .map(late -> PutOff.certification(late, slice))
                .toList();
        return noticed.isEmpty()
                ? List.of()
                : batches(
                        PUT_OFF,
                        slice,
                        putOffs.note(noticed, slice).stream()
                                .map(PutOffLine::of)
                                .toList());
    }

    /** The claims of new retirees that come when the benefit's first month is over, and were due in an emergency. */
    public List<OutboxEvent> claimsPutOff(String chunk, List<Beneficiary> created) {
        LocalDate today = clock.today();
        return batches(
                PUT_OFF,
                chunk,
                created.stream()
                        .filter(each -> isLate(each, today))
                        .map(each -> PutOffLine.claim(each, today))
                        .toList());
    }

    /** The certifications that the rows of a chunk renew. */
    public List<OutboxEvent> certificationsMadeUp(String chunk, List<Beneficiary> asOnRoster) {
        Map<String, LocalDate> until = new HashMap<>();
        asOnRoster.forEach(each -> until.put(each.id(), each.certifiedUntil()));
        return batches(
                MADE_UP,
                chunk,
                putOffs.makeUp(until, chunk, clock.today()).stream()
                        .map(MadeUpLine::of)
                        .toList());
    }

    private boolean isLate(Beneficiary claimed, LocalDate today) {
        LocalDate due = PutOffLine.claimDue(claimed.entitledFrom());
        return today.isAfter(due) && emergency.wasInForce(claimed.area(), due);
    }

    private <T> List<OutboxEvent> batches(String type, String noticer, List<T> lines) {
        List<OutboxEvent> events = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            List<T> some = lines.subList(from, Math.min(lines.size(), from + MOST_LINES));
            events.add(new OutboxEvent(
                    type + "/" + noticer + "/" + events.size(),
                    Topics.EVENTS,
                    noticer,
                    type,
                    noticer,
                    1,
                    Instant.now(),
                    json.writeValueAsString(new Lines<>(some))));
        }
        return events;
    }
}
