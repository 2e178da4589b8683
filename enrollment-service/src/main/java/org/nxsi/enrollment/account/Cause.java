package org.nxsi.enrollment.account;

import java.time.LocalDate;

/**
 * Why an account is changed, and by whom.
 *
 * @param reference of the case or command; the same reference again finds what was done
 * @param ground for people, 2 to 200 characters: the paper, the application
 * @param by the person who does it, see {@code Caller.actor()}
 * @param on business date, the value date of what is booked
 */
public record Cause(String reference, String ground, String by, LocalDate on) {

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if it says nothing */
    public Cause {
        if (reference.isBlank() || reference.length() > LONGEST || ground.isBlank() || ground.length() > LONGEST) {
            throw new IllegalArgumentException("a reference and a ground of at most " + LONGEST + " characters");
        }
    }
}
