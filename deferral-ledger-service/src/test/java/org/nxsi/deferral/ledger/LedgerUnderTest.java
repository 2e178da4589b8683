package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.deferral.DeferralLedgerApplication;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.web.Role;

/**
 * A ledger with a store and a consumer group of its own, so that its business date and its periods are nobody else's. It
 * works through the ledger only when a test says so.
 */
public final class LedgerUnderTest implements AutoCloseable {

    public static final String TODAY = "2020-03-02";

    private static final AtomicInteger KEYS = new AtomicInteger();

    private final Surroundings surroundings = Surroundings.start();
    private final String group;
    private final ServiceUnderTest service;

    private LedgerUnderTest(String name, String... settings) {
        this.group = "ledger-" + name;
        TestBroker.topics("pension.events", "enrollment.events");
        this.service = another(settings);
    }

    /** @param name of the consumer group; no two tests have the same */
    public static LedgerUnderTest start(String name, String... settings) {
        return new LedgerUnderTest(name, settings);
    }

    public ServiceUnderTest service() {
        return service;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public String group() {
        return group;
    }

    /** A further instance on the same store. */
    public ServiceUnderTest another(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "nxsi.business-clock=settable",
                "nxsi.business-date=" + TODAY,
                "nxsi.deferral.group=" + group,
                "nxsi.deferral.lifting.by-itself=false"));
        all.addAll(List.of(settings));
        return surroundings.service(DeferralLedgerApplication.class, all.toArray(String[]::new));
    }

    public Entries entries() {
        return service.part(Entries.class);
    }

    public Entry entry(String id) {
        Entry entry = entries().byId(id);
        assertThat(entry).as(id).isNotNull();
        return entry;
    }

    public String token(String person, Role... roles) {
        return tokenOf("640000", person, roles);
    }

    public String tokenOf(String agency, String person, Role... roles) {
        return service.token(person)
                .client("ops-console")
                .roles(roles)
                .claim("agency", agency)
                .signed();
    }

    public String clerk() {
        return token("clerk", Role.CLERK);
    }

    public String reviewer() {
        return token("reviewer", Role.REVIEWER);
    }

    public Answer post(String path, String token, String body) {
        return service.post("/admin/v1/" + path, token, "key-" + KEYS.incrementAndGet(), body);
    }

    public Answer get(String path, String token) {
        return service.get("/admin/v1/" + path, token);
    }

    /** Where an entry is found. */
    public static String pathOf(String entry) {
        return "deferrals/" + URLEncoder.encode(entry, StandardCharsets.UTF_8);
    }

    public void today(String date) {
        Answer answer = service.send(service.request("/ops/v1/clock", token("admin", Role.ADMIN))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"date\":\"" + date + "\"}")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** So many persons of an area put off February 2020 under 110, from a serial on. @return ids of their entries, ascending */
    public List<String> putOff(String area, int from, int count) {
        List<Map<String, Object>> lines = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int serial = from; serial < from + count; serial++) {
            Map<String, Object> line = BusinessEvents.putOff(serial, "110", "600.00");
            line.put("area", area);
            lines.add(line);
            ids.add(BusinessEvents.entryOf(serial));
        }
        take(BusinessEvents.received(BusinessEvents.PUT_OFF, "put-" + area + "-" + from, lines));
        ids.sort(null);
        assertThat(ids).as("persons of their own").doesNotHaveDuplicates();
        return ids;
    }

    /** A person makes up what was put off. */
    public void makeUp(int serial, String amount, String on) {
        take(BusinessEvents.received(
                BusinessEvents.MADE_UP,
                "made-" + serial + "-" + on,
                List.of(BusinessEvents.madeUp(serial, "110", amount, on))));
    }

    private void take(ReceivedEvent event) {
        service.part(TakingEvents.class).handle(event);
        assertThat(service.part(RefusedLines.class).waiting(null, 500))
                .filteredOn(each -> each.event().equals(event.id()))
                .as("refused lines")
                .isEmpty();
    }

    /** Declares a period by two people. @return its id */
    public String declare(String region, String from) {
        Answer proposed = post(
                "emergency-periods",
                token("admin", Role.ADMIN),
                "{\"region\":\"%s\",\"from\":\"%s\",\"docNo\":\"示例〔2020〕1号\"}".formatted(region, from));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String id = proposed.text("id");
        confirm(id, "declaration");
        return id;
    }

    public void lift(String period, String on) {
        propose(period, "lifting-proposal", "{\"liftedOn\":\"" + on + "\",\"docNo\":\"示例〔2020〕9号\"}");
        confirm(period, "lifting");
    }

    public void correctLifting(String period, String on) {
        propose(period, "correction-proposal", "{\"liftedOn\":\"" + on + "\",\"reason\":\"公告更正\"}");
        confirm(period, "correction");
    }

    public void takeLiftingBack(String period) {
        propose(period, "correction-proposal", "{\"notLifted\":true,\"reason\":\"误发\"}");
        confirm(period, "correction");
    }

    private void propose(String period, String step, String body) {
        Answer proposed = post("emergency-periods/" + period + "/" + step, token("admin", Role.ADMIN), body);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
    }

    private void confirm(String period, String step) {
        Answer confirmed = post("emergency-periods/" + period + "/" + step, token("admin2", Role.ADMIN), "{}");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    }

    @Override
    public void close() {
        surroundings.close();
    }
}
