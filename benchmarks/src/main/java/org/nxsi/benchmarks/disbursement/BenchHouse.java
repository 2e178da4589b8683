package org.nxsi.benchmarks.disbursement;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.roster.RosterFile;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackListener;

/** A stack of a bench's own: an empty home folder, its own ports, no start-up caches left behind. */
public final class BenchHouse implements AutoCloseable {

    private static final int PORT_OFFSET = 6_000;

    private final StackConfig config;
    private final LocalStack stack;

    private BenchHouse(StackConfig config, StackListener listener) {
        this.config = config;
        this.stack = LocalStack.prepare(config, listener);
    }

    public static BenchHouse empty(String name, Map<ServiceName, Integer> instances) {
        StackConfig config = StackConfig.ofEnvironment(StackConfig.findRoot(), System.getenv());
        Path home = config.home().resolve("bench/" + name);
        delete(home);
        StackConfig own =
                StackConfig.forTest(home, config.portBase() + PORT_OFFSET).withInstances(instances);
        return new BenchHouse(own, StackListener.SILENT);
    }

    public StackConfig config() {
        return config;
    }

    public LocalStack start(PrintStream out) {
        out.println("starting every part (logs in " + config.logs() + ")");
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-the-stack"));
        stack.start();
        return stack;
    }

    /** A sample roster, written before anything is measured. */
    public Path roster(long payees, long seed) {
        Path file = config.home().resolve("rosters/sample-%d-%d.csv".formatted(payees, seed));
        try {
            RosterFile.write(new SampleRoster(payees, seed), file);
            return file;
        } catch (IOException failure) {
            throw new MonthFailure("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new MonthFailure("cannot empty " + folder + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
