package org.nxsi.systemtests.laws;

import java.io.PrintStream;
import java.util.List;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.systemtests.evidence.AuditedSystem;

/** {@code ./run laws}: looks at a running system and prints a line per law. */
public final class LawsCommand {

    private LawsCommand() {}

    /** @return whether no law is broken */
    public static boolean run(List<String> words, StackConfig config, PrintStream out) throws InterruptedException {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("unknown option " + words.getFirst() + " (./run help lists them)");
        }
        List<Verdict> verdicts =
                CheckingLaws.of(AuditedSystem.local(config.addresses())).check();
        verdicts.forEach(verdict -> out.println(verdict.law() + " " + verdict.state()));
        return verdicts.stream().noneMatch(Verdict::isBroken);
    }
}
