package org.nxsi.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a stack runs and how large.
 *
 * @param root folder of the repository, with the built modules
 * @param home folder of this stack's state: data, keys, logs, process ids
 * @param cache folder of what is made once and shared by all stacks of the repository: unpacked programs, start-up caches
 * @param portBase first number of the ports; all listen on 127.0.0.1
 * @param instances how many of a service, 1 where nothing is said
 * @param startLimit how long a part may take to be ready
 * @param startupCaches whether a part's first run leaves a start-up cache behind, which makes its first stop longer
 * @param detours whether the services reach store, broker and partners by the detours of {@link StackAddresses}
 */
public record StackConfig(
        Path root,
        Path home,
        Path cache,
        int portBase,
        Map<ServiceName, Integer> instances,
        Duration startLimit,
        boolean startupCaches,
        boolean detours) {

    public static final int DEFAULT_PORT_BASE = 18_000;

    private static final int MOST_INSTANCES = 8;
    private static final int LOWEST_PORT_BASE = 1_024;
    private static final int HIGHEST_PORT_BASE = 64_000;

    public StackConfig {
        instances = Map.copyOf(instances);
        if (portBase < LOWEST_PORT_BASE || portBase > HIGHEST_PORT_BASE) {
            throw new StackFailure("NXSI_PORT_BASE must be between " + LOWEST_PORT_BASE + " and " + HIGHEST_PORT_BASE
                    + ", not " + portBase);
        }
        instances.forEach((service, count) -> {
            if (count < 1 || count > MOST_INSTANCES || (service == ServiceName.GATEWAY && count > 1)) {
                throw new StackFailure("cannot run " + count + " instances of " + service.module() + ": between 1 and "
                        + MOST_INSTANCES + ", and one gateway");
            }
        });
    }

    /**
     * The stack of {@code ./run}: NXSI_HOME (default {@code .local}) and NXSI_PORT_BASE (default 18000) may move it;
     * NXSI_STARTUP_CACHES=off leaves no start-up caches behind, for a machine that is thrown away afterwards.
     */
    public static StackConfig ofEnvironment(Path root, Map<String, String> environment) {
        Path local = root.resolve(".local");
        String home = environment.getOrDefault("NXSI_HOME", "");
        String portBase = environment.getOrDefault("NXSI_PORT_BASE", "");
        return new StackConfig(
                root,
                home.isBlank() ? local : Path.of(home).toAbsolutePath().normalize(),
                local.resolve("cache"),
                portBase.isBlank() ? DEFAULT_PORT_BASE : number("NXSI_PORT_BASE", portBase),
                Map.of(),
                Duration.ofSeconds(number("NXSI_START_LIMIT_S", environment.getOrDefault("NXSI_START_LIMIT_S", "240"))),
                !environment.getOrDefault("NXSI_STARTUP_CACHES", "on").equals("off"),
                false);
    }

    /** A stack of a test's own: another home, other ports; what is made once is shared with {@code ./run}. */
    public static StackConfig forTest(Path home, int portBase) {
        Path root = findRoot();
        return new StackConfig(
                root,
                home.toAbsolutePath().normalize(),
                root.resolve(".local/cache"),
                portBase,
                Map.of(),
                Duration.ofMinutes(5),
                false,
                false);
    }

    public StackConfig withInstances(Map<ServiceName, Integer> counts) {
        Map<ServiceName, Integer> merged = new HashMap<>(instances);
        merged.putAll(counts);
        return new StackConfig(root, home, cache, portBase, merged, startLimit, startupCaches, detours);
    }

    /**
     * The services connect to store, broker and partners by detours: ports where somebody else listens and passes on, for
     * example to cut connections in a test. Whoever asks for this opens the detours before the start.
     */
    public StackConfig withDetours() {
        return new StackConfig(root, home, cache, portBase, instances, startLimit, startupCaches, true);
    }

    /** The repository's folder: the nearest one upwards from here that has the wrapper and this module. */
    public static Path findRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("local-stack"))) {
                return folder;
            }
        }
        throw new StackFailure("not inside the repository: " + Path.of("").toAbsolutePath());
    }

    public StackAddresses addresses() {
        return new StackAddresses(portBase);
    }

    int instancesOf(ServiceName service) {
        return instances.getOrDefault(service, 1);
    }

    /** While this file exists the store takes its disk for full, so that no test has to fill one. */
    public Path pretendedFull() {
        return home.resolve("run/store-full");
    }

    /** Folder of the parts' logs. */
    public Path logs() {
        return home.resolve("logs");
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new StackFailure(name + " is not a number: " + text, notANumber);
        }
    }
}
