package org.nxsi.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.web.Role;

/** What every service does, whatever it is for. A service's test implements this and hands over the instance. */
public interface StandingService {

    String STAFF_PATH = "/admin/v1/nothing-here";

    ServiceUnderTest service();

    @Test
    default void it_is_ready_when_its_store_and_its_broker_answer() {
        Answer readiness = service().get("/actuator/health/readiness", null);

        assertThat(readiness.status()).isEqualTo(200);
        assertThat(readiness.text("components", "store", "status")).isEqualTo("UP");
        assertThat(readiness.text("components", "kafka", "status")).isEqualTo("UP");
    }

    @Test
    default void it_has_metrics() {
        Answer metrics = service().get("/actuator/prometheus", null);

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("jvm_memory_used_bytes", "nxsi_outbox_oldest_seconds");
    }

    @Test
    default void it_describes_itself() {
        Answer description = service().get("/v3/api-docs", null);

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.text("openapi")).startsWith("3.");
        assertThat(description.text("info", "title"))
                .isEqualTo("NXSI " + service().name());
        assertThat(description.body()).doesNotContain("\"caller\"", "\"Caller\"");
    }

    @Test
    default void nobody_enters_without_a_token() {
        assertRefused(service().get("/v1/nothing-here", null), 401, "token-required");
        assertRefused(service().get(STAFF_PATH, null), 401, "token-required");
        assertRefused(service().get("/actuator/metrics", null), 401, "token-required");
    }

    @Test
    default void a_token_meant_for_another_service_is_none() {
        String elsewhere = service()
                .token("citizen")
                .audience("another-service")
                .client("web")
                .roles(Role.CITIZEN)
                .signed();

        assertRefused(service().get("/v1/nothing-here", elsewhere), 401, "token-required");
    }

    @Test
    default void an_expired_token_is_none() {
        String expired = service()
                .token("citizen")
                .client("web")
                .roles(Role.CITIZEN)
                .expiresIn(Duration.ofMinutes(-10))
                .signed();

        assertRefused(service().get("/v1/nothing-here", expired), 401, "token-required");
    }

    @Test
    default void a_token_of_another_issuer_is_none() {
        try (TestIssuer stranger = TestIssuer.start()) {
            String forged = stranger.token("clerk")
                    .audience(service().name())
                    .client("ops-console")
                    .roles(Role.CLERK)
                    .signed();

            assertRefused(service().get(STAFF_PATH, forged), 401, "token-required");
        }
    }

    @Test
    default void staff_paths_are_for_staff_at_the_ops_console() {
        String citizen =
                service().token("citizen").client("web").roles(Role.CITIZEN).signed();
        String clerkElsewhere =
                service().token("clerk").client("web").roles(Role.CLERK).signed();

        assertRefused(service().get(STAFF_PATH, citizen), 403, "role-required");
        assertRefused(service().get(STAFF_PATH, clerkElsewhere), 403, "role-required");
    }

    @Test
    default void what_is_not_there_is_a_problem_too() {
        String clerk = service()
                .token("clerk")
                .client("ops-console")
                .roles(Role.CLERK)
                .claim("agency", "640000")
                .signed();

        assertRefused(service().get(STAFF_PATH, clerk), 404, "not-found");
    }

    @Test
    default void operations_see_the_dead_letters_and_nobody_else_does() {
        String admin =
                service().token("admin").client("ops-console").roles(Role.ADMIN).signed();
        String clerk =
                service().token("clerk").client("ops-console").roles(Role.CLERK).signed();

        assertThat(service().get("/ops/v1/dead-letters", admin).status()).isEqualTo(200);
        assertRefused(service().get("/ops/v1/dead-letters", clerk), 403, "role-required");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
