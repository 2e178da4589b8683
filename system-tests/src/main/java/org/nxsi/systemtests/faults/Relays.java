package org.nxsi.systemtests.faults;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.nxsi.local.stack.StackAddresses;

/** A relay for every link. */
final class Relays implements Closeable {

    private final Map<Link, Relay> relays = new EnumMap<>(Link.class);

    private Relays() {}

    static Relays open(StackAddresses addresses) {
        Relays relays = new Relays();
        for (Link link : Link.values()) {
            StackAddresses.Detour detour = switch (link) {
                case STORE -> addresses.storeDetour();
                case BROKER -> addresses.kafkaDetour();
                case BANKS -> addresses.partnersDetour();
            };
            relays.relays.put(link, Relay.open(detour.from(), detour.to()));
        }
        return relays;
    }

    Relay of(Link link) {
        return Objects.requireNonNull(relays.get(link));
    }

    void heal() {
        relays.values().forEach(Relay::heal);
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays.values()) {
            relay.close();
        }
    }
}
