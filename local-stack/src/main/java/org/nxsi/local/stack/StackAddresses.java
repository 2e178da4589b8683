package org.nxsi.local.stack;

import java.net.URI;

/** Where the parts listen. One host name everywhere, since the issuer in a token is compared letter by letter. */
public record StackAddresses(int portBase) {

    private static final String HOST = "http://127.0.0.1:";
    private static final String REALM = "/realms/nxsi";

    public URI gateway() {
        return URI.create(HOST + ServiceName.GATEWAY.port(portBase, 1));
    }

    public URI service(ServiceName service, int instance) {
        return URI.create(HOST + service.port(portBase, instance));
    }

    public URI simulators() {
        return URI.create(HOST + simulatorsPort());
    }

    /** The issuer in every token. */
    public URI realm() {
        return URI.create(HOST + keycloakPort() + REALM);
    }

    public String store() {
        return "mongodb://127.0.0.1:" + storePort();
    }

    public String kafka() {
        return "127.0.0.1:" + kafkaPort();
    }

    /** Both ends of a detour, see {@link StackConfig#withDetours()}. */
    public Detour storeDetour() {
        return new Detour(portBase + 18, storePort());
    }

    /** As {@link #storeDetour}. */
    public Detour kafkaDetour() {
        return new Detour(portBase + 95, kafkaDetouredPort());
    }

    /** As {@link #storeDetour}. */
    public Detour partnersDetour() {
        return new Detour(portBase + 91, simulatorsPort());
    }

    /**
     * A way round on 127.0.0.1.
     *
     * @param from where the services connect to
     * @param to where the part listens
     */
    public record Detour(int from, int to) {}

    int storePort() {
        return portBase + 17;
    }

    int simulatorsPort() {
        return portBase + 90;
    }

    int kafkaPort() {
        return portBase + 92;
    }

    int kafkaControllerPort() {
        return portBase + 93;
    }

    /** Where the broker answers those who come by the detour: it tells them to come by it again. */
    int kafkaDetouredPort() {
        return portBase + 94;
    }

    int keycloakPort() {
        return portBase + 180;
    }
}
