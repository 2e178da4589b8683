package org.nxsi.local.cli;

import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackFailure;

/** {@code ./run up}: starts every part and stays, or leaves them in the background. */
final class UpCommand {

    private static final int FAILED = 1;

    private final StackConfig config;
    private final Options options;

    UpCommand(StackConfig config, Options options) {
        this.config = config.withInstances(options.scale());
        this.options = options;
    }

    int run(Surface surface) throws InterruptedException {
        try (Machine machine = new Machine(config)) {
            try {
                return up(machine, surface);
            } catch (StackFailure failure) {
                // said before everything is stopped, which takes a while
                surface.failure(failure);
                return FAILED;
            }
        }
    }

    private int up(Machine machine, Surface surface) throws InterruptedException {
        Terminal terminal = surface.terminal(machine::requireAlive);
        machine.start(terminal, surface.environment());
        showAddresses(config, terminal);
        if (options.detach()) {
            machine.detach();
        }
        terminal.line(machine.isOwn() ? "  Ctrl-C stops everything" : "  left running; ./run down stops it");
        machine.stayUp();
        return 0;
    }

    static void showAddresses(StackConfig config, Terminal terminal) {
        terminal.line("");
        terminal.line("  gateway   " + config.addresses().gateway() + "   (docs: /docs)");
        terminal.line("  Keycloak  " + config.addresses().realm());
        terminal.line("  banks     " + config.addresses().simulators() + "/banks");
        terminal.line("  a token   ./run token clerk   (./run help lists the demo people)");
    }
}
