package org.nxsi.enrollment.scheme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;

/**
 * Who owes a contribution (缴费主体). Written {@code EMPLOYER:91640100MA7ABCD12N}: part of the names of sheets, dues and
 * assessed months, so it never changes.
 */
public record Payer(PayerKind kind, String id) {

    private static final Pattern PROJECT = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}-[1-9][0-9]{0,5}");

    /** @throws IllegalArgumentException if such a payer has another kind of name */
    public Payer {
        boolean valid = switch (kind) {
            case EMPLOYER -> CreditCode.check(id) == null;
            case PROJECT -> PROJECT.matcher(id).matches() && CreditCode.check(id.substring(0, 18)) == null;
            case FLEXIBLE_WORKER, RESIDENT -> PersonId.check(id) == null;
        };
        if (!valid) {
            throw new IllegalArgumentException("not the name of a payer of the kind " + kind + ": " + id);
        }
    }

    public static Payer employer(CreditCode code) {
        return new Payer(PayerKind.EMPLOYER, code.value());
    }

    public static Payer project(CreditCode employer, int number) {
        return new Payer(PayerKind.PROJECT, employer.value() + "-" + number);
    }

    public static Payer flexibleWorker(PersonId person) {
        return new Payer(PayerKind.FLEXIBLE_WORKER, person.value());
    }

    public static Payer resident(PersonId person) {
        return new Payer(PayerKind.RESIDENT, person.value());
    }

    /** @throws IllegalArgumentException unless written as {@link #toString} writes it */
    public static Payer parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a payer like EMPLOYER:91640100MA7ABCD12N: " + text);
        }
        return new Payer(PayerKind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
