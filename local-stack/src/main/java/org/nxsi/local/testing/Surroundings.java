package org.nxsi.local.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.store.StoreServer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * What stands around a service under test: a store of its own, a broker that all tests of the JVM share, and an issuer
 * of tokens. Several services, or several instances of one, may be started in the same surroundings.
 *
 * {@snippet :
 * try (Surroundings surroundings = Surroundings.start()) {
 *     ServiceUnderTest service = surroundings.service(CardApplication.class);
 *     String token = service.token("citizen").client("web").roles(Role.CITIZEN).signed();
 *     Answer answer = service.get("/v1/persons/me/card", token);
 * }
 * }
 */
public final class Surroundings implements AutoCloseable {

    private final StoreServer store = StoreServer.inTempFolder();
    private final TestIssuer issuer = TestIssuer.start();
    private final List<ServiceUnderTest> services = new ArrayList<>();

    private final @Nullable EmbeddedKafkaKraftBroker ownBroker;

    private Surroundings(@Nullable EmbeddedKafkaKraftBroker ownBroker) {
        this.ownBroker = ownBroker;
    }

    public static Surroundings start() {
        return new Surroundings(null);
    }

    /** With a broker that no other test sees: for a second store under the same consumer groups. */
    public static Surroundings startApart() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, TestBroker.PARTITIONS);
        broker.afterPropertiesSet();
        return new Surroundings(broker);
    }

    /**
     * Starts an instance on any free port; {@link #close} stops it.
     *
     * @param settings further ones, as {@code name=value}
     */
    public ServiceUnderTest service(Class<?> application, String... settings) {
        ServiceUnderTest service = ServiceUnderTest.start(application, this, List.of(settings));
        services.add(service);
        return service;
    }

    public StoreServer store() {
        return store;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    /** {@code host:port} of the broker. Topics are shared between the tests of a JVM: use keys and ids of your own. */
    public String kafka() {
        return ownBroker == null ? TestBroker.bootstrap() : ownBroker.getBrokersAsString();
    }

    /** A listener at the beginning of topics of this broker. */
    public TestListener listen(String... topics) {
        return new TestListener(kafka(), List.of(topics));
    }

    @Override
    public void close() {
        services.reversed().forEach(ServiceUnderTest::close);
        issuer.close();
        store.close();
        if (ownBroker != null) {
            ownBroker.destroy();
        }
    }
}
