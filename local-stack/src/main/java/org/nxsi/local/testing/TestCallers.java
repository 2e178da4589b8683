package org.nxsi.local.testing;

import java.net.http.HttpRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Role;

/** The tokens of those who call a service under test, as the realm would make them. */
public record TestCallers(ServiceUnderTest service) {

    /** A member of the staff of an agency at the ops console. */
    public String staff(String agency, String account, Role... roles) {
        return service.token(account)
                .client("ops-console")
                .roles(roles)
                .claim("agency", agency)
                .signed();
    }

    /**
     * A citizen at a channel: {@code web}, {@code m12333}, {@code my-ningxia}.
     *
     * @param person opaque id
     */
    public String citizen(String person, String channel) {
        return service.token("citizen-" + person)
                .client(channel)
                .roles(Role.CITIZEN)
                .claim("person_id", person)
                .signed();
    }

    /**
     * An employer's agent on the web.
     *
     * @param person opaque id of the agent; null for an account that is nobody's
     */
    public String agent(String creditCode, @Nullable String person) {
        TestToken token = service.token("agent-" + creditCode)
                .client("web")
                .roles(Role.EMPLOYER_AGENT)
                .claim("employer", creditCode);
        return (person == null ? token : token.claim("person_id", person)).signed();
    }

    /** A bank's own client. */
    public String bank(String code) {
        return partner(Role.BANK, code);
    }

    /** The own client of a partner of this kind: {@code bank-102}, {@code collector-64}, {@code agency-100000}. */
    public String partner(Role kind, String code) {
        String client = kind.claim() + "-" + code;
        return service.token(client)
                .client(client)
                .roles(kind)
                .claim("partner", code)
                .signed();
    }

    /** The opaque id of the person with this number. */
    public static String person(String number) {
        return PersonId.of(ServiceUnderTest.PERSON_ID_KEY, SocialNumber.parse(number))
                .value();
    }

    /** Sets the service's business date, as ops do outside production. */
    public void today(String date) {
        Answer answer = service.send(service.request("/ops/v1/clock", staff("640000", "admin", Role.ADMIN))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"date\":\"" + date + "\"}")));
        if (answer.status() != 200) {
            throw new AssertionError("the clock did not take " + date + ": " + answer.body());
        }
    }
}
