package org.nxsi.enrollment.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;

/** A new employer with an agent who hands in construction projects. */
final class Built {

    static final String OWN = "/v1/employers/me/construction-projects";
    static final String ADMIN = "/admin/v1/construction-projects";

    private final String code = Registered.employer();
    private final String agent = Registered.agent(code, Registered.person());

    String code() {
        return code;
    }

    String agent() {
        return agent;
    }

    static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "name", "某某住宅楼工程",
                "area", "640104",
                "contractNumber", "HT-2020-001",
                "contractValue", "12345678.50",
                "startsOn", "2020-01-15",
                "endsOn", "2021-06-30",
                "proof", "施工合同"));
    }

    Answer handIn(Map<String, Object> body) {
        return Registered.post(OWN, agent, body);
    }

    /** Handed in and approved. @return its number */
    String registered() {
        Answer handedIn = handIn(body());
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(202);
        Answer approved = approve(handedIn, EnrollmentUnderTest.reviewer());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        return handedIn.text("number");
    }

    /** The latest change of a project as an answer shows it. */
    Answer approve(Answer project, String reviewer) {
        return Registered.post(change(project) + "/approval", reviewer, Map.of());
    }

    String change(Answer project) {
        return ADMIN + "/" + code + "/" + project.text("number") + "/changes/" + project.text("changes", "0", "number");
    }

    Answer workers(String number, List<Map<String, String>> workers) {
        return Registered.post(OWN + "/" + number + "/workers", agent, Map.of("workers", workers));
    }

    static Map<String, String> comes(String number, String name, String from) {
        return Map.of("number", number, "name", name, "from", from);
    }

    static Answer covered(String number, String day, String token) {
        return EnrollmentUnderTest.service()
                .post(
                        ADMIN + "/coverage/lookups",
                        token,
                        null,
                        "{\"number\":\"%s\",\"day\":\"%s\"}".formatted(number, day));
    }
}
