package org.nxsi.enrollment.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.platform.identity.PersonId;

/** What an agent does for its employer's staff. */
final class Staffing {

    static final String PATH = "/v1/employers/me/employee-relations";

    private final String employer;
    private final String agent;

    private Staffing(String employer) {
        this.employer = employer;
        this.agent = Registered.agent(employer, Registered.person());
    }

    /** Of a new employer of 兴庆区 under 110, 210 and 410. */
    static Staffing ofNewEmployer() {
        return new Staffing(Registered.employer());
    }

    static Staffing ofNewEmployerIn(String area) {
        return new Staffing(Registered.employer(area, "10", "110", "210", "410"));
    }

    String employer() {
        return employer;
    }

    String agent() {
        return agent;
    }

    static Map<String, Object> start(String number, String from) {
        return row("增员", number, Map.of("hiredOn", "2020-01-15", "from", from));
    }

    static Map<String, Object> stop(String number, String last) {
        return row("减员", number, Map.of("last", last, "reason", "6301"));
    }

    static Map<String, Object> row(String kind, String number, Map<String, Object> more) {
        Map<String, Object> row = new HashMap<>(Map.of("kind", kind, "number", number, "name", "张明"));
        row.putAll(more);
        return row;
    }

    static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        Map<String, Object> other = new HashMap<>(row);
        other.put(field, value);
        return other;
    }

    /** Sends rows under a key of its own. */
    @SafeVarargs
    final Answer send(Map<String, Object>... rows) {
        return Registered.post(PATH, agent, Map.of("rows", List.of(rows)));
    }

    Answer sendFile(String key, String contentType, byte[] body) {
        return sendFile(PATH, agent, key, contentType, body);
    }

    static Answer sendFile(String path, String token, String key, String contentType, byte[] body) {
        HttpRequest.Builder request = EnrollmentUnderTest.service()
                .request(path, token)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return EnrollmentUnderTest.service().send(key == null ? request : request.header("Idempotency-Key", key));
    }

    Answer sendCsv(String key, String text) {
        return sendFile(key, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until a batch is done. @return its first page */
    Answer done(Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        Eventually.that(location + " is done", () -> get(location).text("state").equals("DONE"));
        return get(location);
    }

    Answer get(String path) {
        return EnrollmentUnderTest.service().get(path, agent);
    }

    static List<Relation> relations(String number) {
        return EnrollmentUnderTest.service().part(Relations.class).ofPerson(id(number));
    }

    static PersonId id(String number) {
        return PersonId.parse(EnrollmentUnderTest.person(number));
    }

    /** Refused with this code: the row's own. */
    static void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("outcomes", "items", "0", "result"))
                .as(answer.body())
                .isEqualTo("REFUSED");
        assertThat(answer.text("outcomes", "items", "0", "code"))
                .as(answer.body())
                .isEqualTo(code);
    }

    static void done(Answer answer, String result) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("outcomes", "items", "0", "result"))
                .as(answer.body())
                .isEqualTo(result);
    }
}
