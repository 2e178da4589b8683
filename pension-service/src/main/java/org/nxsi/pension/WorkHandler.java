package org.nxsi.pension;

import org.nxsi.platform.events.ReceivedEvent;

/** Takes one kind of work off the topic {@value Topics#WORK}; a bean of this type is enough. */
public interface WorkHandler {

    /** The event type of the work. */
    String type();

    /** Does the work. It may come again, so it finds what was done instead of doing it again. */
    void handle(ReceivedEvent work);
}
