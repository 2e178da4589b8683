package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.Run;

/** Of every run: entitled = paid + returned + unknown + named exceptions, told in one unit. */
final class Completeness implements Law {

    private static final Set<String> NAMED = Set.of("PAID", "RETURNED", "PENDING", "WITHHELD", "EXCEPTION");

    private final String name;
    private final Function<Tally, Object> unit;
    private final Function<Run.Control, Object> entitled;
    private final Function<Run.Control, Object> exceptions;

    private Completeness(
            String name,
            Function<Tally, Object> unit,
            Function<Run.Control, Object> entitled,
            Function<Run.Control, Object> exceptions) {
        this.name = name;
        this.unit = unit;
        this.entitled = entitled;
        this.exceptions = exceptions;
    }

    static Law inPersons() {
        return new Completeness("complete-in-persons", Tally::count, Run.Control::entitled, Run.Control::exceptions);
    }

    static Law inFen() {
        return new Completeness(
                "complete-in-fen", Tally::amount, Run.Control::entitledAmount, Run.Control::exceptionsAmount);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String source() {
        return "rule 6 complete, or named";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Tallies named = new Tallies();
        Tallies exceptional = new Tallies();
        for (Instruction each : evidence.instructions()) {
            if (NAMED.contains(each.status())) {
                named.of(each.run()).add(each.amount());
            } else {
                breaches.add(Breach.of(each.id(), "is neither paid nor named: %s", each.status()));
            }
            if (!each.isPayable()) {
                exceptional.of(each.run()).add(each.amount());
                if (each.exception() == null) {
                    breaches.add(Breach.of(each.id(), "is an exception without a name"));
                }
            }
        }
        for (Run run : evidence.runs()) {
            Run.Control control = run.control();
            if (control != null) {
                compare(run, "entitled", entitled.apply(control), unit.apply(named.of(run.id())), breaches);
                compare(run, "exceptions", exceptions.apply(control), unit.apply(exceptional.of(run.id())), breaches);
            }
        }
        return breaches;
    }

    private static void compare(Run run, String what, Object frozen, Object stored, List<Breach> breaches) {
        if (!frozen.equals(stored)) {
            breaches.add(Breach.of(run.id(), "%s: calculated %s, its instructions are %s", what, frozen, stored));
        }
    }
}
