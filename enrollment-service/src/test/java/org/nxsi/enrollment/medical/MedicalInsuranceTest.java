package org.nxsi.enrollment.medical;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.PersonId;

/** The medical-insurance bureau, asked over real HTTP. */
class MedicalInsuranceTest {

    private static final PersonId PERSON = PersonId.parse("a".repeat(26));
    private static final String RIGHT =
            "{\"asOf\":\"2020-02-10\",\"relations\":[{\"scheme\":\"310\",\"state\":\"1\",\"stateName\":\"参保缴费\",\"area\":\"640100\",\"from\":\"2015-03\"}]}";

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = server();
    private volatile String reply = RIGHT;
    private volatile int status = 200;
    private volatile boolean hold;
    private final MedicalInsurance medical = new MedicalInsurance(new MedicalSettings(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            4,
            Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        medical.close();
    }

    @Test
    void what_it_says_is_passed_on_with_its_source_and_its_day() {
        MedicalAnswer answer = medical.of(PERSON);

        assertThat(answer.available()).isTrue();
        assertThat(answer.source()).isEqualTo("医保");
        assertThat(answer.asOf()).isEqualTo("2020-02-10");
        assertThat(answer.relations()).extracting(MedicalRelation::schemeName).containsExactly("职工基本医疗保险");
    }

    @Test
    void a_wrong_answer_is_no_answer() {
        for (String wrong :
                new String[] {"", "[]", "nonsense", RIGHT.replace("310", "110"), RIGHT.replace("2015-03", "2015-13")}) {
            reply = wrong;
            assertThat(medical.of(PERSON).available()).as(wrong).isFalse();
        }
    }

    @Test
    void an_error_and_an_answer_too_long_are_no_answers() {
        status = 500;
        assertThat(medical.of(PERSON).available()).isFalse();
        status = 200;
        reply = "x".repeat(100_000);
        assertThat(medical.of(PERSON).available()).isFalse();
    }

    @Test
    void silence_is_waited_for_no_longer_than_the_limit_and_then_it_is_left_alone() {
        hold = true;
        for (int i = 0; i < 5; i++) {
            assertThat(medical.of(PERSON).available()).isFalse();
        }
        int before = asked.get();

        MedicalAnswer answer = medical.of(PERSON);

        assertThat(answer.available()).isFalse();
        assertThat(answer.detail()).contains("医保");
        assertThat(asked.get()).isEqualTo(before);
    }

    private HttpServer server() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/medical/v1/persons/" + PERSON.value() + "/relations", exchange -> {
                asked.incrementAndGet();
                try (exchange) {
                    if (hold) {
                        over.await();
                        return;
                    }
                    byte[] body = reply.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
