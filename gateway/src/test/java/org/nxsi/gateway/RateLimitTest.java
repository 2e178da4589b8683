package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One caller cannot crowd out the others. */
class RateLimitTest {

    private static final String LUMP_SUMS = "/v1/persons/me/lump-sum-payments";

    private static Issuer issuer;
    private static Upstream pension;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        pension = new Upstream();
        gateway = new Gateway(
                issuer,
                "nxsi.gateway.upstream.services.pension=" + pension.uri(),
                "nxsi.gateway.protection.rates.person.per-second=1",
                "nxsi.gateway.protection.rates.person.burst=3",
                "nxsi.gateway.protection.rates.client.per-second=1",
                "nxsi.gateway.protection.rates.client.burst=6");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        pension.close();
        issuer.close();
    }

    @Test
    void a_person_who_asks_too_often_is_told_when_to_come_again_and_others_are_served() {
        String eager = issuer.citizen("web", "eager");
        long refused = IntStream.range(0, 5)
                .mapToObj(i -> gateway.get("/web" + LUMP_SUMS, eager))
                .filter(answer -> answer.status() == 429)
                .peek(answer -> assertThat(answer.code()).isEqualTo("rate-exceeded"))
                .peek(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"))
                .count();
        assertThat(refused).isGreaterThanOrEqualTo(1);
        assertThat(gateway.get("/web" + LUMP_SUMS, issuer.citizen("web", "calm"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_whole_client_has_its_rate_too_and_other_clients_go_on() {
        long refused = IntStream.range(0, 10)
                .mapToObj(i -> gateway.get("/my-ningxia" + LUMP_SUMS, issuer.citizen("my-ningxia", "person-" + i)))
                .filter(answer -> answer.status() == 429)
                .count();
        assertThat(refused).isGreaterThanOrEqualTo(1);
        assertThat(gateway.get("/m12333" + LUMP_SUMS, issuer.citizen("m12333", "person-0"))
                        .status())
                .isEqualTo(200);
    }
}
