package org.nxsi.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

/** Persons and employers for tests, registered as the counter does it. Every one is new: take your own. */
public final class Registered {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicInteger EMPLOYERS = new AtomicInteger();
    private static final String LAST = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Registered() {}

    /** A number that no other test has; born in 1985. */
    public static String freshNumber() {
        int serial = PEOPLE.incrementAndGet();
        return SocialNumber.complete("6401041985%02d%02d%03d"
                        .formatted(1 + serial / 28_000 % 12, 1 + serial / 1_000 % 28, serial % 1_000))
                .value();
    }

    /** A credit code that no other test has. */
    public static String freshCreditCode() {
        String start = "91640104MA%07d".formatted(7_000_000 + EMPLOYERS.incrementAndGet());
        return LAST.chars()
                .mapToObj(last -> start + (char) last)
                .filter(code -> CreditCode.check(code) == null)
                .findFirst()
                .orElseThrow();
    }

    /** A new person of 兴庆区. @return the number */
    public static String person() {
        return person("张明", "640104");
    }

    /** @return the number */
    public static String person(String name, String area) {
        String number = freshNumber();
        EnrollmentUnderTest.service()
                .part(PersonRegister.class)
                .registerAll(
                        List.of(new NewPerson(
                                SocialNumber.parse(number), PersonName.parse(name), AreaCode.parse(area))),
                        "test/" + number);
        return number;
    }

    /** A new enterprise of 兴庆区 that takes part in 110, 210 and 410 since 2019-01. @return the credit code */
    public static String employer() {
        return employer("640104", "10", "110", "210", "410");
    }

    /** @return the credit code */
    public static String employer(String area, String unitType, String... schemes) {
        String code = freshCreditCode();
        Map<String, Object> body = Map.of(
                "creditCode",
                code,
                "name",
                "宁夏某某有限公司",
                "area",
                area,
                "unitType",
                unitType,
                "foundedOn",
                "2019-01-02",
                "schemes",
                List.of(schemes).stream()
                        .map(scheme -> Map.of("scheme", scheme, "from", "2019-01"))
                        .toList());
        done(201, post("/admin/v1/employers", EnrollmentUnderTest.staff("clerk-r", Role.CLERK), body));
        return code;
    }

    /** Makes the person with this number an agent of the employer, from 2019-01-02 on. @return a token of the agent */
    public static String agent(String creditCode, String number) {
        done(
                200,
                post(
                        "/admin/v1/employers/" + creditCode + "/agents",
                        EnrollmentUnderTest.staff("clerk-r", Role.CLERK),
                        Map.of("number", number, "from", "2019-01-02", "proof", "授权委托书")));
        return EnrollmentUnderTest.agent(creditCode, number);
    }

    /** Changes an employer by a clerk, and a reviewer where one is needed; {@code riskClass, size, from …}. */
    public static void change(String creditCode, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("proof", "核定表");
        String path = "/admin/v1/employers/" + creditCode + "/changes";
        Answer asked = post(path, EnrollmentUnderTest.staff("clerk-r", Role.CLERK), body);
        assertThat(asked.status()).as(asked.body()).isIn(200, 202);
        if (asked.status() == 202) {
            done(
                    200,
                    post(
                            path + "/" + asked.text("change", "number") + "/approval",
                            EnrollmentUnderTest.staff("reviewer-r", Role.REVIEWER),
                            Map.of()));
        }
    }

    /** Sends a command under a key of its own. */
    public static Answer post(String path, String token, Object body) {
        return EnrollmentUnderTest.service()
                .post(path, token, EnrollmentUnderTest.freshKey(), JSON.writeValueAsString(body));
    }

    private static void done(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }
}
