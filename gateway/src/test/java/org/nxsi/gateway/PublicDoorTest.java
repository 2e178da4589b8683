package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What needs no token: whoever holds a printed record may ask whether it is genuine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicDoorTest {

    private static final String VERIFICATION = "/public/v1/record-verifications/QY640000-20200210-000001-1?code=ABCD";

    private static Issuer issuer;
    private static Upstream enrollment;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        enrollment = new Upstream();
        gateway = new Gateway(
                issuer,
                "nxsi.gateway.upstream.services.enrollment=" + enrollment.uri(),
                "nxsi.gateway.protection.rates.visitor.per-second=1",
                "nxsi.gateway.protection.rates.visitor.burst=6");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        enrollment.close();
        issuer.close();
    }

    @Test
    @Order(1)
    void a_record_is_verified_without_a_token_and_nothing_else_is_open() {
        assertThat(visit(VERIFICATION).status()).isEqualTo(200);
        assertThat(enrollment.last().uri()).isEqualTo(VERIFICATION);

        assertThat(visit("/public/v1/persons").code()).isEqualTo("unknown-path");
        assertThat(visit("/web/v1/persons/me/profile").status()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void whoever_tries_codes_one_after_the_other_is_told_to_wait() {
        long refused = IntStream.range(0, 10)
                .mapToObj(i -> visit(VERIFICATION))
                .filter(answer -> answer.status() == 429)
                .peek(answer -> assertThat(answer.code()).isEqualTo("rate-exceeded"))
                .count();

        assertThat(refused).isGreaterThanOrEqualTo(3);
    }

    private static Gateway.Answer visit(String path) {
        return gateway.send(gateway.request(path).GET());
    }
}
