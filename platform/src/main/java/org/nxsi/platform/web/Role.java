package org.nxsi.platform.web;

import java.util.Locale;

/** What a token may do; the realm's role names. */
public enum Role {
    CITIZEN,
    EMPLOYER_AGENT,
    CLERK,
    REVIEWER,
    FINANCE,
    AUDITOR,
    ADMIN,
    BANK,
    HOSPITAL,
    /** The tax office, which collects contributions (税务代征). */
    COLLECTOR,
    /** The agency of another province, through the national transfer platform. */
    AGENCY,
    SERVICE;

    /** The name in the token, such as {@code employer-agent}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
