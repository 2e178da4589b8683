package org.nxsi.pension.emergency;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Month;

/**
 * A certification that an emergency has put off. It remembers who told the ledger, so that a piece of work that is done
 * again tells the same and no other tells it a second time. Public for the codec's sake.
 *
 * @param id {@code payee|scheme|CERTIFICATION|month in which it ran out}: once for ever
 * @param beneficiary {@code payee|scheme}
 * @param area where insured, when it was noticed
 * @param dueDate last day of the certification that ran out
 * @param noticedBy the slice of a run that paid all the same
 * @param madeUpBy the chunk of a roster that renewed it; null until then
 * @param madeUpOn business date of the renewal
 */
public record PutOff(
        @BsonId String id,
        String beneficiary,
        String payee,
        Scheme scheme,
        String area,
        LocalDate dueDate,
        String noticedBy,
        @Nullable String madeUpBy,
        @Nullable LocalDate madeUpOn) {

    static PutOff certification(Beneficiary late, String noticedBy) {
        return new PutOff(
                late.id() + "|CERTIFICATION|" + Month.of(late.certifiedUntil()),
                late.id(),
                late.payee(),
                late.scheme(),
                late.area(),
                late.certifiedUntil(),
                noticedBy,
                null,
                null);
    }

    Month month() {
        return Month.of(dueDate);
    }

    /** Whether a certification that lasts until then renews it. */
    boolean isRenewedBy(LocalDate certifiedUntil) {
        return certifiedUntil.isAfter(dueDate);
    }
}
