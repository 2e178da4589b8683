package org.nxsi.enrollment.paper;

import java.time.LocalDate;

/**
 * What stands on every paper of the bureau.
 *
 * @param agency who issues it
 * @param expiresOn last day on which it is verified as valid
 * @param verifyAt the address that verifies it
 * @param digest of its content
 * @param sample whether it rests on made-up data: then it says so on every page
 */
public record Front(
        String title,
        String agency,
        String number,
        String code,
        LocalDate issuedOn,
        LocalDate expiresOn,
        String verifyAt,
        String digest,
        boolean sample) {}
