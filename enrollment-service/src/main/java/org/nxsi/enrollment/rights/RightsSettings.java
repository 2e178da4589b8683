package org.nxsi.enrollment.rights;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settings of printed records ({@code nxsi.rights}). */
@Component
final class RightsSettings {

    private final String verificationPage;
    private final int validDays;
    private final int printsADay;
    private final int pdfsAtOnce;

    RightsSettings(
            @Value("${nxsi.rights.verification-page}") String verificationPage,
            @Value("${nxsi.rights.valid-days}") int validDays,
            @Value("${nxsi.rights.prints-a-day}") int printsADay,
            @Value("${nxsi.rights.pdfs-at-once}") int pdfsAtOnce) {
        if (validDays < 1 || printsADay < 1 || pdfsAtOnce < 1) {
            throw new IllegalArgumentException("nxsi.rights: days, prints and PDFs from 1");
        }
        this.verificationPage = verificationPage;
        this.validDays = validDays;
        this.printsADay = printsADay;
        this.pdfsAtOnce = pdfsAtOnce;
    }

    /** As people reach it; a record's number follows. */
    String verificationPage() {
        return verificationPage;
    }

    int validDays() {
        return validDays;
    }

    /** New ones of one holder; the same again is no new one. */
    int printsADay() {
        return printsADay;
    }

    int pdfsAtOnce() {
        return pdfsAtOnce;
    }
}
