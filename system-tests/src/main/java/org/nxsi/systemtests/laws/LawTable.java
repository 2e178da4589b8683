package org.nxsi.systemtests.laws;

import java.io.PrintStream;
import java.util.List;

/** The verdicts for people: a line per law, and under a broken one where. */
final class LawTable {

    private static final int SHOWN = 5;

    private LawTable() {}

    static void print(List<Verdict> verdicts, PrintStream out) {
        for (Verdict verdict : verdicts) {
            out.printf("  %-36s %s%n", verdict.law(), said(verdict));
            verdict.breaches().stream().limit(SHOWN).forEach(breach -> out.println("      " + breach));
            if (verdict.breaches().size() > SHOWN) {
                out.println("      and more: --report lists up to " + CheckingLaws.MOST_BREACHES);
            }
        }
    }

    private static String said(Verdict verdict) {
        return switch (verdict.state()) {
            case HOLDS -> "holds";
            case BROKEN -> "BROKEN    (" + verdict.source() + ")";
            case NOT_CHECKABLE -> "not checkable: " + verdict.reason();
        };
    }
}
