package org.nxsi.enrollment.transfer;

import java.time.LocalDate;

/**
 * That something was told, so that the same again changes nothing. Public for the driver only.
 *
 * @param id the sender's own
 * @param digest of the content
 */
public record Message(String id, Kind kind, String digest, LocalDate on) {

    /** What it is about. */
    public enum Kind {
        LETTER,
        INFORMATION,
        MONEY
    }
}
