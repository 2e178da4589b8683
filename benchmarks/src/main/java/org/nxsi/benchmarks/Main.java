package org.nxsi.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nxsi.benchmarks.assessment.AssessmentBench;
import org.nxsi.benchmarks.compare.CompareBench;
import org.nxsi.benchmarks.disbursement.DisbursementBench;
import org.nxsi.benchmarks.disbursement.GrowthBench;
import org.nxsi.benchmarks.disbursement.ScaleOutBench;
import org.nxsi.benchmarks.lifting.LiftingBench;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.stack.StackFailure;

/** Behind {@code ./run bench}. Ends with 0 if the figures are there, 1 on a failure, 2 if the command line makes no sense. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // The first word is "bench" itself.
        System.exit(run(List.of(arguments), out));
    }

    private static int run(List<String> words, PrintStream out) {
        try {
            String name = words.size() > 1 ? words.get(1) : "help";
            return bench(name, words.stream().skip(2).toList(), out);
        } catch (IllegalArgumentException misused) {
            out.println("nxsi: " + misused.getMessage());
            return MISUSED;
        } catch (StackFailure | MonthFailure failure) {
            out.println("nxsi: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            return FAILED;
        }
    }

    private static int bench(String name, List<String> words, PrintStream out) throws InterruptedException {
        return switch (name) {
            case "disbursement" -> DisbursementBench.run(words, out);
            case "growth" -> GrowthBench.run(words, out);
            case "scale-out" -> ScaleOutBench.run(words, out);
            case "compare" -> CompareBench.run(words, out);
            case "lifting" -> LiftingBench.run(words, out);
            case "assessment" -> AssessmentBench.run(words, out);
            case "help" -> help(out);
            default -> throw new IllegalArgumentException("no bench " + name + " (./run bench help lists them)");
        };
    }

    private static int help(PrintStream out) {
        out.println(
                "./run bench disbursement [--payees N] [--instances N]   a month, by phase, beside the store's ceiling");
        out.println("./run bench scale-out [--payees N] [--instances N]       one instance is killed, another joins");
        out.println("./run bench compare [--payees N]                        beside a Spring Batch job on PostgreSQL");
        out.println(
                "./run bench lifting [--entries N] [--kill 1]            the ledger is filled, and the emergency lifted");
        out.println(
                "./run bench assessment [--employees N] [--months N]     an employer's months, declared and assessed");
        return 0;
    }
}
