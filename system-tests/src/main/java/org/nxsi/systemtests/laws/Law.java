package org.nxsi.systemtests.laws;

import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.NotSeen;

/** Something about the money that holds whenever the house is quiet, whatever was killed, cut or repeated before. */
public interface Law {

    /** Short, lower case, with dashes; what a report calls it. */
    String name();

    /** The law, the rule or the design that asks for it. */
    String source();

    /**
     * Where the evidence breaks it; empty if it holds.
     *
     * @throws NotSeen if a part of the evidence that it needs could not be seen
     */
    List<Breach> breaches(Evidence evidence);
}
