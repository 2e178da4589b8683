package org.nxsi.simulators;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the simulated banks until the process is ended. */
public final class PartnerSimulators {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerSimulators.class);

    private PartnerSimulators() {}

    public static void main(String[] arguments) {
        try {
            Simulation simulation = Simulation.start(Settings.of(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(simulation), "closing"));
            long up_ms = ManagementFactory.getRuntimeMXBean().getUptime();
            LOG.info("partner-simulators listen on port {}, up in {} ms", simulation.port(), up_ms);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("partner-simulators cannot start: {}", e.toString());
            System.exit(1);
        }
    }

    private static void close(Simulation simulation) {
        try {
            simulation.close();
        } catch (IOException e) {
            LOG.warn("the books were not closed in order; what was answered is in them: {}", e.toString());
        }
    }
}
