package org.nxsi.enrollment.assessment;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * What a payer owes for one person and month: a line of a sheet.
 *
 * @param id {@code <payer>|<month>|<person>}
 * @param revision of the sheet that wrote it
 * @param parts by the scheme's code, ascending; a scheme that a later revision took away stays with parts of zero
 * @param annuity null where there is none
 */
public record AssessedMonth(
        @BsonId String id,
        Payer payer,
        PersonId person,
        Month month,
        int revision,
        Map<String, Parts> parts,
        @Nullable Annuity annuity) {

    public AssessedMonth {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /** Its name for ever. */
    public static String idOf(Payer payer, Month month, PersonId person) {
        return AssessmentSheet.idOf(payer, month) + "|" + person;
    }

    /** What is owed under a scheme; null if nothing was assessed. */
    public @Nullable Parts parts(Scheme scheme) {
        return parts.get(scheme.code());
    }
}
