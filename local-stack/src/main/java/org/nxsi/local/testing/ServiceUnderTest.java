package org.nxsi.local.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** One running instance of a service, and a caller that knows its address. */
public final class ServiceUnderTest implements AutoCloseable {

    /** The demo's secret of opaque person ids. */
    public static final String PERSON_ID_KEY = "nxsi-demo-person-id-key";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final TestIssuer issuer;

    private ServiceUnderTest(ConfigurableApplicationContext context, TestIssuer issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    static ServiceUnderTest start(Class<?> application, Surroundings surroundings, List<String> settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--nxsi.mongodb.uri=" + surroundings.store().uri());
        arguments.add("--nxsi.kafka.bootstrap=" + surroundings.kafka());
        arguments.add("--nxsi.issuer-uri=" + surroundings.issuer().uri());
        arguments.add("--nxsi.person-id-key=" + PERSON_ID_KEY);
        settings.forEach(setting -> arguments.add("--" + setting));
        ServiceUnderTest service = new ServiceUnderTest(
                new SpringApplication(application).run(arguments.toArray(String[]::new)), surroundings.issuer());
        Eventually.that(service.name() + " is ready", service::isReady);
        return service;
    }

    private boolean isReady() {
        return get("/actuator/health/readiness", null).status() == 200;
    }

    /** A token meant for this service, to be completed. */
    public TestToken token(String subject) {
        return issuer.token(subject).audience(name());
    }

    /** {@code spring.application.name}. */
    public String name() {
        return property("spring.application.name");
    }

    /** The parts inside, for what cannot be seen from outside. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a type. */
    public <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public String uri() {
        return "http://127.0.0.1:" + property("local.server.port");
    }

    public Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    /** @param key the Idempotency-Key; null sends none */
    public Answer post(String path, @Nullable String token, @Nullable String key, String json) {
        HttpRequest.Builder request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /** A request to be completed and sent with {@link #send}. */
    public HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri() + path)).timeout(LIMIT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError(name() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }

    private String property(String name) {
        Environment environment = context.getEnvironment();
        return Objects.requireNonNull(environment.getProperty(name), name);
    }
}
