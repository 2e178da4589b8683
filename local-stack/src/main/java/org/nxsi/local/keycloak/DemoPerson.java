package org.nxsi.local.keycloak;

import java.util.Locale;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/** The invented people behind the demo's accounts who pay contributions, with the numbers that a clerk types in. */
public enum DemoPerson {
    /** An employee, for whom an employer pays. */
    WORKER("640104199003070110", "马晓燕"),
    /** Acts for the employer 91640100MA7ABCD12N. */
    AGENT("640104198605122024", "杨志明"),
    /** Acts for another employer, 91640100MA7DEM002U. */
    AGENT2("640104198809163039", "李学文"),
    /** Insured as a resident. */
    RESIDENT("64010419760404404X", "丁秀兰"),
    /** Works for nobody and pays alone. */
    FLEXIBLE("640104199308185058", "王建国");

    private final SocialNumber number;
    private final PersonName name;

    DemoPerson(String number, String name) {
        this.number = SocialNumber.parse(number);
        this.name = PersonName.parse(name);
    }

    /** The account's name. */
    public String account() {
        return name().toLowerCase(Locale.ROOT);
    }

    public SocialNumber number() {
        return number;
    }

    public PersonName personName() {
        return name;
    }
}
