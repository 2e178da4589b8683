package org.nxsi.enrollment.batch;

import java.util.List;

/** Some rows of a batch: carried out, and told of, together. */
public interface BatchChunk {

    String id();

    /** By row; none until it is carried out. */
    List<Outcome> outcomes();

    boolean done();
}
