package org.nxsi.systemtests.laws;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What came of checking one law.
 *
 * @param breaches at most {@value CheckingLaws#MOST_BREACHES}; empty unless it is broken
 * @param reason why it could not be checked; empty otherwise
 */
public record Verdict(String law, String source, State state, List<Breach> breaches, String reason) {

    /** Holds, broken, or nobody knows. */
    public enum State {
        HOLDS,
        BROKEN,
        NOT_CHECKABLE
    }

    public Verdict {
        breaches = List.copyOf(breaches);
    }

    @JsonIgnore
    public boolean isBroken() {
        return state == State.BROKEN;
    }

    static Verdict of(Law law, List<Breach> breaches) {
        return new Verdict(law.name(), law.source(), breaches.isEmpty() ? State.HOLDS : State.BROKEN, breaches, "");
    }

    static Verdict notCheckable(Law law, String reason) {
        return new Verdict(law.name(), law.source(), State.NOT_CHECKABLE, List.of(), reason);
    }
}
