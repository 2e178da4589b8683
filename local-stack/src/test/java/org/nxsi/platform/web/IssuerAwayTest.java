package org.nxsi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;

class IssuerAwayTest {

    @Test
    void a_token_that_cannot_be_checked_is_asked_for_again_later() {
        try (Surroundings surroundings = Surroundings.start()) {
            ServiceUnderTest service = surroundings.service(
                    ThingsApplication.class,
                    "spring.config.import=classpath:platform.yaml",
                    "spring.application.name=things",
                    "nxsi.mongodb.database=things");
            String token = service.token("a").client("web").roles(Role.CITIZEN).signed();
            surroundings.issuer().close();

            Answer answer = service.get("/v1/callers/me", token);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("code")).isEqualTo("issuer-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
    }
}
