package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * That an employer's registrations of a month were late and accepted, for the emergency or because the law insures whoever is
 * employed: once for each scheme, however many
 * employees it concerns and however often it is told. Public for the driver only, which reads its components.
 *
 * @param id {@code <payer>|<month>|<scheme>}, of those outside a period with {@code |normal} behind it
 * @param dueOn last day by normal rules, of the registration that was accepted first
 * @param period the emergency period; null where the day lies in none
 * @param batch that brought it
 */
public record LateRegistration(
        @BsonId String id,
        Payer payer,
        AreaCode area,
        Month month,
        Scheme scheme,
        LocalDate dueOn,
        LocalDate acceptedOn,
        @Nullable String period,
        String batch) {

    static String idOf(Payer payer, Late late, Scheme scheme) {
        String id = payer + "|" + late.month() + "|" + scheme.code();
        return late.period() == null ? id + "|normal" : id;
    }
}
