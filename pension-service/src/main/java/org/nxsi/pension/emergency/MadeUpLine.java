package org.nxsi.pension.emergency;

import java.time.LocalDate;
import java.util.Objects;
import org.nxsi.pension.beneficiary.Scheme;

/**
 * One line of {@code pension.business-made-up}.
 *
 * @param subjectId opaque person id
 * @param on business date of the renewal
 * @param reference the chunk of the roster that told it
 */
record MadeUpLine(
        String subjectKind,
        String subjectId,
        String kind,
        Scheme scheme,
        String month,
        String area,
        LocalDate on,
        String reference) {

    static MadeUpLine of(PutOff renewed) {
        return new MadeUpLine(
                PutOffLine.RETIREE,
                renewed.payee(),
                PutOffLine.CERTIFICATION,
                renewed.scheme(),
                renewed.month().toString(),
                renewed.area(),
                Objects.requireNonNull(renewed.madeUpOn()),
                Objects.requireNonNull(renewed.madeUpBy()));
    }
}
