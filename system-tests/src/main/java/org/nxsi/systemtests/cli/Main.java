package org.nxsi.systemtests.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackFailure;
import org.nxsi.systemtests.evidence.NotSeen;
import org.nxsi.systemtests.faults.Campaign;
import org.nxsi.systemtests.laws.LawsCommand;

/** {@code ./run laws} and {@code ./run faults}: 0 if all is well, 1 if something is not, 2 if a word is not understood. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String PORT_BASE = "NXSI_PORT_BASE";
    private static final String FAULTS_PORT_BASE = "26000";

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    private static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "laws" -> laws(words.subList(1, words.size()), environment, out);
                case "faults" -> faults(words.subList(1, words.size()), environment, out);
                default -> throw new IllegalArgumentException("unknown word, ./run help lists them: " + words);
            };
        } catch (IllegalArgumentException misused) {
            err.println("nxsi: " + misused.getMessage());
            return MISUSED;
        } catch (StackFailure | NotSeen failure) {
            err.println("nxsi: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            return FAILED;
        }
    }

    private static int laws(List<String> words, Map<String, String> environment, PrintStream out)
            throws InterruptedException {
        StackConfig config = StackConfig.ofEnvironment(StackConfig.findRoot(), environment);
        return LawsCommand.run(words, environment, config, out) ? 0 : FAILED;
    }

    private static int faults(List<String> words, Map<String, String> environment, PrintStream out)
            throws InterruptedException {
        Map<String, String> own = new HashMap<>(environment);
        own.putIfAbsent(PORT_BASE, FAULTS_PORT_BASE);
        StackConfig config = StackConfig.ofEnvironment(StackConfig.findRoot(), own);
        return Campaign.run(words, config, config.home().resolve("faults"), out) ? 0 : FAILED;
    }
}
