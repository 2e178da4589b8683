package org.nxsi.local.stack;

import java.util.Arrays;
import java.util.Optional;

/** The Spring Boot processes of the bureau; each comes from the module of the same name. */
public enum ServiceName {
    ENROLLMENT("enrollment-service", 81, 256, false),
    PENSION("pension-service", 82, 384, true),
    CARD("card-service", 83, 192, false),
    INJURY("injury-claim-service", 84, 192, false),
    DEFERRAL("deferral-ledger-service", 85, 192, false),
    GATEWAY("gateway", 80, 384, true);

    private static final int FURTHER_INSTANCES = 200;
    private static final int INSTANCE_STEP = 100;

    private final String module;
    private final int portOffset;
    private final int heap_mb;
    private final boolean optimizing;

    ServiceName(String module, int portOffset, int heap_mb, boolean optimizing) {
        this.module = module;
        this.portOffset = portOffset;
        this.heap_mb = heap_mb;
        this.optimizing = optimizing;
    }

    /** The service whose module is called so. */
    public static Optional<ServiceName> ofModule(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findAny();
    }

    /** The module, which is also the name of the service's own Keycloak client. */
    public String module() {
        return module;
    }

    /** How its JVM is set up. */
    public Jvm jvm() {
        return new Jvm(heap_mb, optimizing);
    }

    /** {@code pension-service}, and {@code pension-service-2} for the second instance. */
    String partName(int instance) {
        return instance == 1 ? module : module + "-" + instance;
    }

    int port(int portBase, int instance) {
        int shift = instance == 1 ? 0 : FURTHER_INSTANCES + INSTANCE_STEP * (instance - 2);
        return portBase + portOffset + shift;
    }
}
