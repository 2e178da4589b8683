package org.nxsi.enrollment.assessment;

import java.util.List;

/** Whoever collects what was assessed. */
public interface Charging {

    /**
     * Takes note of what is to be collected. Called once a sheet stands, and again after a failure: a repetition changes
     * nothing.
     */
    void charge(List<Charge> charges);
}
