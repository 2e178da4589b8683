package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One slow or dead service takes nothing else down, and callers are told when to come again. */
@Timeout(60)
class IllServiceTest {

    private static final String PAYMENTS = "/web/v1/persons/me/periodic-benefit-payments";
    private static final String LUMP_SUMS = "/web/v1/persons/me/lump-sum-payments";
    private static final HttpHandler WELL = exchange -> Upstream.answer(exchange, 200, "{}");

    private static Issuer issuer;
    private static Upstream pension;
    private static Upstream enrollment;
    private static Gateway gateway;

    private final CountDownLatch testOver = new CountDownLatch(1);
    private final HttpHandler hanging = exchange -> {
        await(testOver);
        exchange.close();
    };

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        pension = new Upstream();
        enrollment = new Upstream();
        gateway = new Gateway(
                issuer,
                "nxsi.gateway.upstream.services.pension=" + pension.uri(),
                "nxsi.gateway.upstream.services.enrollment=" + enrollment.uri(),
                "nxsi.gateway.protection.limits.read.time=1s",
                "nxsi.gateway.protection.limits.staff.concurrent=8",
                "nxsi.gateway.protection.breaker.window=4",
                "nxsi.gateway.protection.breaker.minimum=4",
                "nxsi.gateway.protection.breaker.open=1s",
                "nxsi.gateway.protection.rates.person.burst=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        enrollment.close();
        pension.close();
        issuer.close();
    }

    @AfterEach
    void recover() {
        testOver.countDown();
        pension.answering(WELL).seen().clear();
        gateway.resetBreakers();
    }

    @Test
    void a_silent_service_is_cut_off_at_the_time_limit_and_left_alone_after_a_few() {
        pension.answering(hanging);
        for (int i = 0; i < 4; i++) {
            Gateway.Answer late = gateway.get(PAYMENTS, issuer.citizen("web"));
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.code()).isEqualTo("service-unavailable");
            assertThat(late.json().path("detail").asString()).contains("did not answer in time");
        }
        Gateway.Answer refused = gateway.get(PAYMENTS, issuer.citizen("web"));
        assertThat(refused.code()).isEqualTo("service-unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(pension.seen()).hasSize(4);
        assertThat(state("pension-service/periodic-benefit-payments")).isEqualTo("open");
    }

    @Test
    void the_same_services_other_items_and_other_services_go_on() {
        pension.answering(exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("periodic-benefit-payments")) {
                hanging.handle(exchange);
            } else {
                WELL.handle(exchange);
            }
        });
        IntStream.range(0, 5).forEach(i -> gateway.get(PAYMENTS, issuer.citizen("web")));
        assertThat(gateway.get(LUMP_SUMS, issuer.citizen("web")).status()).isEqualTo(200);
        assertThat(gateway.get("/admin/v1/persons", issuer.staff("clerk")).status())
                .isEqualTo(200);
    }

    @Test
    void a_service_that_is_well_again_is_found_again() {
        pension.answering(exchange -> Upstream.answer(exchange, 503, "{}"));
        IntStream.range(0, 5).forEach(i -> gateway.get(PAYMENTS, issuer.citizen("web")));
        assertThat(state("pension-service/periodic-benefit-payments")).isEqualTo("open");
        pension.answering(WELL);
        Waiting.until(
                "the breaker lets a call through again",
                () -> gateway.get(PAYMENTS, issuer.citizen("web")).status() == 200);
        Waiting.until("the breaker closes", () -> {
            gateway.get(PAYMENTS, issuer.citizen("web"));
            return state("pension-service/periodic-benefit-payments").equals("closed");
        });
    }

    @Test
    void what_a_request_itself_does_wrong_opens_no_breaker() {
        pension.answering(exchange -> Upstream.answer(exchange, 500, "{\"code\":\"internal-error\"}"));
        for (int i = 0; i < 12; i++) {
            assertThat(gateway.get(PAYMENTS, issuer.citizen("web")).status()).isEqualTo(500);
        }
        pension.answering(
                exchange -> Upstream.answer(exchange, 409, "{\"code\":\"run-exists\",\"run\":\"2020-03-R1\"}"));
        Gateway.Answer conflict = gateway.get(PAYMENTS, issuer.citizen("web"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().path("run").asString()).isEqualTo("2020-03-R1");
    }

    @Test
    void a_command_to_a_dead_service_gets_the_same_clear_answer() {
        Upstream dead = new Upstream();
        dead.close();
        try (Gateway lonely = new Gateway(issuer, "nxsi.gateway.upstream.services.pension=" + dead.uri())) {
            Gateway.Answer answer = lonely.post("/admin/v1/disbursement-runs", issuer.staff("clerk"), "{}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("service-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.json().path("detail").asString()).contains("cannot be reached");
        }
    }

    @Test
    void a_crowd_at_one_slow_item_is_turned_away_and_does_not_fill_the_house() throws Exception {
        CountDownLatch inside = new CountDownLatch(8);
        pension.answering(exchange -> {
            inside.countDown();
            await(testOver);
            WELL.handle(exchange);
        });
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Gateway.Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> crowd.submit(() -> gateway.get("/admin/v1/rosters/7", issuer.staff("clerk"))))
                    .toList();
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            Gateway.Answer ninth = gateway.get("/admin/v1/rosters/7", issuer.staff("clerk"));
            assertThat(ninth.status()).isEqualTo(503);
            assertThat(ninth.code()).isEqualTo("service-busy");
            assertThat(ninth.header("Retry-After")).isEqualTo("1");
            testOver.countDown();
            for (Future<Gateway.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_dead_instance_is_passed_over_for_reads_and_commands_alike() {
        try (Upstream first = new Upstream();
                Upstream second = new Upstream();
                Gateway both = new Gateway(
                        issuer, "nxsi.gateway.upstream.services.pension=" + first.uri() + "," + second.uri())) {
            IntStream.range(0, 4).forEach(i -> both.get(PAYMENTS, issuer.citizen("web")));
            assertThat(first.seen()).hasSize(2);
            assertThat(second.seen()).hasSize(2);
            first.close();
            for (int i = 0; i < 6; i++) {
                assertThat(both.get(PAYMENTS, issuer.citizen("web")).status()).isEqualTo(200);
                Gateway.Answer command = both.post("/admin/v1/disbursement-runs", issuer.staff("clerk"), "{}");
                assertThat(command.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_command_that_may_have_arrived_is_never_sent_to_a_second_instance() {
        pension.answering(exchange -> exchange.close());
        try (Upstream second = new Upstream();
                Gateway both = new Gateway(
                        issuer, "nxsi.gateway.upstream.services.pension=" + pension.uri() + "," + second.uri())) {
            int refused = 0;
            for (int i = 0; i < 4; i++) {
                refused += both.post("/admin/v1/disbursement-runs", issuer.staff("clerk"), "{}")
                                        .status()
                                == 503
                        ? 1
                        : 0;
            }
            assertThat(refused).isEqualTo(2);
            assertThat(pension.seen()).hasSize(2);
            assertThat(second.seen()).hasSize(2);
        }
    }

    @Test
    void an_answer_that_breaks_off_is_not_passed_off_as_whole() {
        pension.answering(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            hanging.handle(exchange);
        });
        assertThat(catchThrowable(() -> gateway.send(
                        gateway.request(PAYMENTS, issuer.citizen("web")).GET())))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void an_issuer_that_is_away_closes_no_door_to_those_who_are_in() {
        Issuer leaving = new Issuer();
        String token = leaving.citizen("web");
        try (Gateway open = new Gateway(leaving, "nxsi.gateway.upstream.services.pension=" + pension.uri())) {
            assertThat(open.get(LUMP_SUMS, token).status()).isEqualTo(200);
            leaving.close();
            assertThat(open.get(LUMP_SUMS, token).status()).isEqualTo(200);
        }
    }

    @Test
    void without_any_keys_tokens_cannot_be_checked_and_that_is_said() {
        Issuer gone = new Issuer();
        String token = gone.citizen("web");
        gone.close();
        try (Gateway fresh = new Gateway(gone)) {
            Gateway.Answer answer = fresh.get(LUMP_SUMS, token);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("identity-unavailable");
            assertThat(fresh.send(fresh.request("/actuator/health/readiness").GET())
                            .status())
                    .isEqualTo(503);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String state(String breaker) {
        for (var row :
                gateway.get("/admin/v1/breakers", issuer.staff("admin")).json().path("items")) {
            if (row.path("name").asString().equals(breaker)) {
                return row.path("state").asString();
            }
        }
        return "unknown";
    }
}
