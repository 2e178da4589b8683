package org.nxsi.platform.emergency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * An emergency period that two people have declared, as its last record says.
 *
 * @param id such as {@code EP-640100-1}
 * @param region where it holds, with all areas below
 * @param record number of the record that counts; a correction makes a higher one
 * @param from first day
 * @param docNo number of the document that declared it
 * @param liftedOn day of lifting (疫情解除), which still belongs to the period; null until it is published
 * @param liftDocNo number of the document that lifted it
 */
public record EmergencyPeriod(
        String id,
        AreaCode region,
        int record,
        LocalDate from,
        String docNo,
        @Nullable LocalDate liftedOn,
        @Nullable String liftDocNo) {

    public EmergencyPeriod {
        if (liftedOn != null && liftedOn.isBefore(from)) {
            throw new IllegalArgumentException("period " + id + " ends before it begins");
        }
    }

    /** Whether it is in force on a day; the first day and the day of lifting belong to it. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (liftedOn == null || !day.isAfter(liftedOn));
    }
}
