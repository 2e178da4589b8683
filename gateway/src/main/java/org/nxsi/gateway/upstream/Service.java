package org.nxsi.gateway.upstream;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * A service and its instances, used in turn. An instance that could not be reached is passed over for a while; when all
 * are down, all are tried, since a refused connection costs little and a service that is back should be found at once.
 *
 * @param name short name, such as {@code pension}
 */
record Service(String name, List<Instance> instances, AtomicInteger turn) {

    static Service of(String name, List<URI> uris, LongSupplier clock_ns) {
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("service " + name + " has no instance");
        }
        List<Instance> instances =
                uris.stream().map(uri -> new Instance(uri, clock_ns)).toList();
        return new Service(name, instances, new AtomicInteger());
    }

    /** The instances to try, the one whose turn it is first. */
    List<Instance> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        List<Instance> up = new ArrayList<>(instances.size());
        List<Instance> all = new ArrayList<>(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get((first + i) % instances.size());
            all.add(instance);
            if (!instance.isDown()) {
                up.add(instance);
            }
        }
        return up.isEmpty() ? all : up;
    }
}
