package org.nxsi.local.stack;

import java.util.Arrays;
import java.util.Optional;

/** The Spring Boot processes of the bureau; each comes from the module of the same name. */
public enum ServiceName {
    ENROLLMENT("enrollment-service", 81, Jvm.QUIET.heap_mb(256)),
    PENSION("pension-service", 82, Jvm.BUSY.heap_mb(768)),
    CARD("card-service", 83, Jvm.QUIET.heap_mb(192)),
    INJURY("injury-claim-service", 84, Jvm.QUIET.heap_mb(192)),
    DEFERRAL("deferral-ledger-service", 85, Jvm.QUIET.heap_mb(192)),
    GATEWAY("gateway", 80, Jvm.BUSY.heap_mb(384));

    private static final int FURTHER_INSTANCES = 200;
    private static final int INSTANCE_STEP = 100;

    private final String module;
    private final int portOffset;
    private final Jvm jvm;

    ServiceName(String module, int portOffset, Jvm jvm) {
        this.module = module;
        this.portOffset = portOffset;
        this.jvm = jvm;
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

    Jvm jvm() {
        return jvm;
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
