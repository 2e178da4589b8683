package org.nxsi.systemtests.faults;

/** Hears when a phase's first command is about to be sent. */
@FunctionalInterface
interface PhaseListener {

    void begins(Phase phase);
}
