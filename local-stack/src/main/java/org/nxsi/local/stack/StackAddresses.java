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

    int keycloakPort() {
        return portBase + 180;
    }
}
