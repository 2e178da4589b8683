package org.nxsi.pension.emergency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Month;

/**
 * One line of {@code pension.business-put-off}: what a retiree could not do in time. What it is worth is not known here.
 *
 * @param subjectId opaque person id
 * @param madeUpOn where it is noticed only when it is made up
 */
record PutOffLine(
        String subjectKind,
        String subjectId,
        String kind,
        Scheme scheme,
        String month,
        String area,
        LocalDate dueDate,
        String reason,
        String channel,
        @Nullable LocalDate madeUpOn) {

    static final String RETIREE = "RETIREE";
    static final String CERTIFICATION = "CERTIFICATION";

    private static final String BENEFIT_CLAIM = "BENEFIT_CLAIM";
    private static final String FOUND_BY_US = "SYSTEM";
    private static final String CERTIFICATION_LATE = "疫情防控期间未按期办理资格认证，不暂停待遇发放";
    private static final String CLAIM_LATE = "疫情防控期间未能及时办理新增退休人员申报";

    static PutOffLine of(PutOff putOff) {
        return new PutOffLine(
                RETIREE,
                putOff.payee(),
                CERTIFICATION,
                putOff.scheme(),
                putOff.month().toString(),
                putOff.area(),
                putOff.dueDate(),
                CERTIFICATION_LATE,
                FOUND_BY_US,
                null);
    }

    static PutOffLine claim(Beneficiary claimed, LocalDate on) {
        return new PutOffLine(
                RETIREE,
                claimed.payee(),
                BENEFIT_CLAIM,
                claimed.scheme(),
                claimed.entitledFrom().toString(),
                claimed.area(),
                claimDue(claimed.entitledFrom()),
                CLAIM_LATE,
                FOUND_BY_US,
                on);
    }

    /** A claim is in time if the benefit's first month has not passed without it. */
    static LocalDate claimDue(Month entitledFrom) {
        return entitledFrom.lastDay();
    }
}
