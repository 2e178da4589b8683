package org.nxsi.enrollment.overseas;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * An application for a certificate, and the certificate. Public for the driver only.
 *
 * @param id {@code <person>|<n>}: the next one begins only when this one is decided
 * @param command what asked for it: a repetition finds it
 * @param area whose agency decides
 * @param agreement with the country, by its name
 * @param policy what says that there is one
 * @param proposal null where nothing waits for a second person
 * @param certificate null until it is issued
 * @param version grows with every change
 */
public record Exemption(
        String id,
        String command,
        PersonId person,
        AreaCode area,
        Scheme scheme,
        Stay stay,
        String agreement,
        PolicyVersion policy,
        CaseFile file,
        @Nullable Proposal proposal,
        @Nullable Certificate certificate,
        long version) {

    /** What a clerk proposes. @param reason for people */
    public record Proposal(boolean approve, String reason, String by, LocalDate on) {}

    /** What is issued. @param number that of the case, with letters of its own */
    public record Certificate(String number, LocalDate issuedOn) {}

    static String idOf(PersonId person, int n) {
        return "%s|%02d".formatted(person, n);
    }

    int n() {
        return Integer.parseInt(id.substring(id.length() - 2));
    }

    String number() {
        return file.number().toString();
    }

    boolean isOpen() {
        return file.state().isUndecided();
    }

    Exemption with(CaseFile next, @Nullable Proposal open) {
        return new Exemption(
                id, command, person, area, scheme, stay, agreement, policy, next, open, certificate, version);
    }

    Exemption issued(CaseFile approved, LocalDate on) {
        Certificate issued = new Certificate("MJ" + number().substring(2), on);
        return new Exemption(
                id, command, person, area, scheme, stay, agreement, policy, approved, null, issued, version);
    }

    Exemption nextVersion() {
        return new Exemption(
                id, command, person, area, scheme, stay, agreement, policy, file, proposal, certificate, version + 1);
    }
}
