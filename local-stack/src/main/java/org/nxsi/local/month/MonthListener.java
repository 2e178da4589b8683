package org.nxsi.local.month;

/** Hears how the month goes; the terminal draws a bar, a test ignores it. */
public interface MonthListener {

    MonthListener SILENT = new MonthListener() {};

    /** Something worth a line of its own. */
    default void note(String text) {}

    /**
     * A step has come so far.
     *
     * @param total what {@code done} grows to; 0 while it is not known
     */
    default void progress(String step, long done, long total) {}

    /** Called while waiting: may throw to end the wait, for example because a part died. */
    default void stillWaiting() {}
}
