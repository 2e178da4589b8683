package org.nxsi.enrollment.rights;

import java.time.LocalDate;

/**
 * A printed record as answers show it; the PDF says the same.
 *
 * @param verifyAt the whole address that verifies it
 * @param digest SHA-256 of the content as it was printed
 */
record Printed<T>(
        String number,
        String verificationCode,
        String verifyAt,
        RecordKind kind,
        String title,
        String agency,
        LocalDate issuedOn,
        LocalDate expiresOn,
        String digest,
        T content) {}
