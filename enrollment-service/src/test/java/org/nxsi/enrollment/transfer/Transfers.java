package org.nxsi.enrollment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What citizens, staff and the other place send about transfers. */
final class Transfers {

    static final String MINE = "/v1/persons/me/transfer-applications";
    static final String STAFF = "/admin/v1/transfer-applications/";
    static final String CLERK = EnrollmentUnderTest.staffOf("640104", "transfer-clerk", Role.CLERK);
    static final String REVIEWER = EnrollmentUnderTest.staffOf("640100", "transfer-reviewer", Role.REVIEWER);

    private static final JsonMapper JSON = new JsonMapper();

    private Transfers() {}

    static PersonId id(String number) {
        return PersonId.parse(EnrollmentUnderTest.person(number));
    }

    static String token(String number) {
        return EnrollmentUnderTest.citizen(number, "m12333");
    }

    static Answer apply(String number, String from, String to) {
        return Registered.post(MINE, token(number), Map.of("scheme", "110", "from", from, "to", to));
    }

    static Answer in(String number) {
        return apply(number, "610100", "640104");
    }

    static Answer out(String number) {
        return apply(number, "640104", "610100");
    }

    static Answer staff(String number, String what, String token, Object body) {
        return Registered.post(STAFF + number + "/" + what, token, body);
    }

    static Answer accept(String number) {
        return done(staff(number, "acceptance", CLERK, Map.of()));
    }

    static Answer partner(String number, String what, Object body) {
        return Registered.post("/partner/v1/agencies/100000/transfers/" + number + "/" + what, agency("100000"), body);
    }

    static String agency(String code) {
        return new TestCallers(service()).partner(Role.AGENCY, code);
    }

    /** Twelve months of a year on 3,900.00, with 3,744.00 on the account: the fund's part is 5,616.00. */
    static Map<String, Object> information(String messageId, int year) {
        Month january = new Month(year, 1);
        Map<String, Object> body = new HashMap<>();
        body.put("messageId", messageId);
        body.put(
                "months",
                IntStream.range(0, 12)
                        .mapToObj(i -> Map.of("month", january.plus(i).toString(), "base", "3900.00"))
                        .toList());
        body.put("years", List.of(Map.of("year", year, "account", "3744.00")));
        body.put("account", "3744.00");
        return body;
    }

    static Map<String, Object> money(String messageId, String amount) {
        return Map.of("messageId", messageId, "amount", amount);
    }

    /** A transfer in whose contact letter has left. @return its number */
    static String letterSent(String person) {
        String number = done(201, in(person)).text("number");
        accept(number);
        done(staff(number, "letter", REVIEWER, Map.of()));
        return number;
    }

    static Answer seen(String number) {
        return done(service().get(STAFF + number, CLERK));
    }

    static Fen balance(String person) {
        return service().part(Accounts.class).balance(id(person), Scheme.EMPLOYEE_PENSION);
    }

    static Answer done(Answer answer) {
        return done(200, answer);
    }

    static Answer done(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** What others were told so far of a person. */
    static List<JsonNode> told(String person) {
        String key = EnrollmentUnderTest.person(person);
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            return listener.heardSoFar(each -> each.key().equals(key)).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
