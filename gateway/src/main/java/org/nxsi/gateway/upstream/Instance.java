package org.nxsi.gateway.upstream;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** One process of a service, and until when it is passed over because it could not be reached. */
final class Instance {

    private static final long NOT_DOWN = 0;

    private final URI uri;
    private final LongSupplier clock_ns;
    private final AtomicLong downUntil_ns = new AtomicLong(NOT_DOWN);

    Instance(URI uri, LongSupplier clock_ns) {
        this.uri = uri;
        this.clock_ns = clock_ns;
    }

    URI uri() {
        return uri;
    }

    boolean isDown() {
        long until_ns = downUntil_ns.get();
        return until_ns != NOT_DOWN && clock_ns.getAsLong() - until_ns < 0;
    }

    void markDown(long for_ns) {
        long until_ns = clock_ns.getAsLong() + for_ns;
        downUntil_ns.set(until_ns == NOT_DOWN ? 1 : until_ns);
    }

    void markUp() {
        downUntil_ns.set(NOT_DOWN);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
