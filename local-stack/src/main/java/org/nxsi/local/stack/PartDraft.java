package org.nxsi.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part while {@link PartPlan} puts it together. */
final class PartDraft {

    private final StackConfig config;
    private final String name;
    private final List<String> flags;
    private final JavaProgram program;
    private final List<String> arguments;
    private Map<String, String> environment = Map.of();
    private List<Integer> ports = List.of();
    private Readiness readiness = () -> true;

    PartDraft(StackConfig config, String name, List<String> flags, JavaProgram program, List<String> arguments) {
        this.config = config;
        this.name = name;
        this.flags = List.copyOf(flags);
        this.program = program;
        this.arguments = List.copyOf(arguments);
    }

    PartDraft with(Map<String, String> values) {
        environment = Map.copyOf(values);
        return this;
    }

    PartDraft listening(List<Integer> onPorts) {
        ports = List.copyOf(onPorts);
        return this;
    }

    PartDraft ready(Readiness when) {
        readiness = when;
        return this;
    }

    Part stoppedIn(int wave) {
        StartupCache cache = startupCache();
        List<String> allFlags = new ArrayList<>(flags);
        allFlags.addAll(cache.flags());
        List<String> command = JavaProgram.command(config.home(), name, allFlags, program, arguments);
        return new Part(name, ports, command, environment, config.home().resolve("run"), cache, readiness, wave);
    }

    /** Instances of one service share the cache; only the first one makes it. */
    private StartupCache startupCache() {
        boolean further = name.matches(".*-[0-9]");
        String module = further ? name.substring(0, name.length() - 2) : name;
        String home = config.home().toString();
        List<String> facts = new ArrayList<>(List.of(program.fingerprint(), System.getProperty("java.vm.version")));
        flags.stream().map(flag -> flag.replace(home, "")).forEach(facts::add);
        return StartupCache.of(
                config.cache().resolve("startup"), module, Fingerprint.of(facts), config.startupCaches() && !further);
    }
}
