package org.nxsi.local.stack;

/** Hears what the stack is doing; the terminal prints it, a test ignores it. */
public interface StackListener {

    StackListener SILENT = new StackListener() {};

    /** A part is being prepared or started, or something else is worth knowing. */
    default void note(String text) {}

    /** A part can be used. */
    default void ready(String part, double seconds) {}
}
