package org.nxsi.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackFailure;

/** Behind {@code ./run}. Ends with 0 if all is well, 1 on a failure, 2 if the command line cannot be understood. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    private static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            return command(words, new Surface(out, err, isTerminal(environment), environment));
        } catch (UsageError misused) {
            err.println("nxsi: " + misused.getMessage());
            return MISUSED;
        } catch (StackFailure | MonthFailure failure) {
            err.println("nxsi: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            return FAILED;
        }
    }

    private static int command(List<String> words, Surface surface) throws InterruptedException {
        StackConfig config = StackConfig.ofEnvironment(StackConfig.findRoot(), surface.environment());
        PrintStream out = surface.out();
        boolean plain = words.isEmpty() || words.getFirst().startsWith("-");
        String command = plain ? "month" : words.getFirst();
        List<String> rest = plain ? words : words.subList(1, words.size());
        SmallCommands small = new SmallCommands(config, out);
        return switch (command) {
            case "month" -> helpAsked(rest) ? help(out) : new MonthCommand(config, Options.parse(rest)).run(surface);
            case "up" -> new UpCommand(config, Options.parse(rest)).run(surface);
            case "status" -> small.status();
            case "down" -> small.down(Options.parse(rest).now());
            case "reset" -> small.reset();
            case "token" -> small.token(rest);
            case "banks" -> small.banks();
            case "help" -> help(out);
            default -> throw new UsageError("unknown command " + command + " (./run help lists them)");
        };
    }

    private static boolean helpAsked(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    private static int help(PrintStream out) {
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream("/cli/help.txt"))) {
            out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return 0;
        } catch (IOException unreadable) {
            throw new StackFailure("cannot read the help: " + unreadable.getMessage(), unreadable);
        }
    }

    private static boolean isTerminal(Map<String, String> environment) {
        return environment.getOrDefault("NXSI_TERMINAL", "").equals("1");
    }
}
