package org.nxsi.systemtests.laws;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.systemtests.evidence.AuditedSystem;
import org.nxsi.systemtests.evidence.NotSeen;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./run laws}: looks at a running system and prints a line per law. */
public final class LawsCommand {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LawsCommand() {}

    /**
     * The report's content.
     *
     * @param seconds how long the look and the check took
     */
    private record Report(
            String system, double seconds, long holds, long broken, long notCheckable, List<Verdict> laws) {}

    /**
     * @return whether no law is broken
     * @throws IllegalArgumentException for a word that cannot be understood
     * @throws NotSeen if nothing can be seen
     */
    public static boolean run(List<String> words, Map<String, String> environment, StackConfig config, PrintStream out)
            throws InterruptedException {
        LawOptions options = LawOptions.parse(words, environment, AuditedSystem.local(config.addresses()));
        long begun_ns = System.nanoTime();
        CheckingLaws checking = CheckingLaws.of(options.system());
        List<Verdict> verdicts = (options.replay() ? checking.withReplay() : checking).check();
        Report report = report(options.system(), verdicts, (System.nanoTime() - begun_ns) / 1e9);
        LawTable.print(verdicts, out);
        out.printf(
                "%d laws: %d hold, %d broken, %d not checkable; %.1f s%n",
                verdicts.size(), report.holds(), report.broken(), report.notCheckable(), report.seconds());
        options.report().ifPresent(file -> write(report, file));
        return report.broken() == 0;
    }

    private static Report report(AuditedSystem system, List<Verdict> verdicts, double seconds) {
        return new Report(
                system.gateway().toString(),
                Math.round(seconds * 10) / 10.0,
                count(verdicts, Verdict.State.HOLDS),
                count(verdicts, Verdict.State.BROKEN),
                count(verdicts, Verdict.State.NOT_CHECKABLE),
                verdicts);
    }

    private static long count(List<Verdict> verdicts, Verdict.State state) {
        return verdicts.stream().filter(each -> each.state() == state).count();
    }

    private static void write(Report report, Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(report) + "\n");
        } catch (IOException unwritable) {
            throw new NotSeen("the report cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
