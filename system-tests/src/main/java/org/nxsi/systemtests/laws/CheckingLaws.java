package org.nxsi.systemtests.laws;

import java.util.List;
import org.nxsi.systemtests.evidence.AuditedSystem;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Looking;
import org.nxsi.systemtests.evidence.NotSeen;

/** Looks at a running system once and holds every law against what was seen. */
public final class CheckingLaws {

    /** More breaches of one law than this are not listed. */
    static final int MOST_BREACHES = 50;

    private final AuditedSystem system;
    private final boolean replay;

    private CheckingLaws(AuditedSystem system, boolean replay) {
        this.system = system;
        this.replay = replay;
    }

    public static CheckingLaws of(AuditedSystem system) {
        return new CheckingLaws(system, false);
    }

    /** Also sends every record of the topics a second time and looks whether that changes anything. */
    public CheckingLaws withReplay() {
        return new CheckingLaws(system, true);
    }

    /**
     * One verdict per law, in the order of {@link Laws#all()}.
     *
     * @throws NotSeen if nothing at all can be seen: no gateway, no token, no role
     * @throws InterruptedException when told to stop
     */
    public List<Verdict> check() throws InterruptedException {
        try (Looking looking = new Looking(system)) {
            Evidence evidence = replay ? looking.lookAfterReplay() : looking.look();
            return Laws.all().stream().map(law -> verdict(law, evidence)).toList();
        }
    }

    static Verdict verdict(Law law, Evidence evidence) {
        try {
            List<Breach> breaches = law.breaches(evidence);
            if (evidence.moved() && !breaches.isEmpty()) {
                return Verdict.notCheckable(law, "money was moving while it was looked at: " + breaches.getFirst());
            }
            return Verdict.of(law, breaches.subList(0, Math.min(MOST_BREACHES, breaches.size())));
        } catch (NotSeen notSeen) {
            return Verdict.notCheckable(law, notSeen.reason());
        }
    }
}
