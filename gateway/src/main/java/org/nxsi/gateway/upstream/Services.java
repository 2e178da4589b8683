package org.nxsi.gateway.upstream;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The services by name. Tables say {@code pension-service}, settings and paths may say {@code pension}. */
public final class Services {

    private final Map<String, Service> byShortName = new LinkedHashMap<>();

    Services(Map<String, List<URI>> uris, LongSupplier clock_ns) {
        uris.forEach((name, instances) -> byShortName.put(name, Service.of(name, instances, clock_ns)));
    }

    /** {@code injury-claim-service} is {@code injury} for short. */
    public static String shortName(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    /** @throws IllegalArgumentException for a service that the settings do not name */
    Service named(String name) {
        Service service = byShortName.get(shortName(name));
        if (service == null) {
            throw new IllegalArgumentException("no instances configured for service " + name);
        }
        return service;
    }

    public boolean knows(String name) {
        return byShortName.containsKey(shortName(name));
    }

    /** Short names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byShortName.keySet());
    }

    Collection<Service> all() {
        return byShortName.values();
    }
}
