package org.nxsi.enrollment.insurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.medical.MedicalAnswer;
import org.nxsi.enrollment.relation.RelationView;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;

/**
 * What persons see of their insurance.
 *
 * @param month as of which states are told
 * @param medical from the medical-insurance bureau, or that it is not available now
 */
record PersonInsurance(String name, String socialNumber, Month month, List<SchemeOf> schemes, MedicalAnswer medical) {

    /**
     * One scheme.
     *
     * @param contributions list AAC031; absent before the first month
     * @param monthsInsured up to the month, by whomever; a month by two payers is one
     */
    record SchemeOf(
            Scheme scheme,
            String schemeName,
            InsuredState state,
            String stateName,
            @Nullable String contributions,
            @Nullable String contributionsName,
            int monthsInsured,
            List<RelationOf> relations) {}

    /** @param payerName for people */
    record RelationOf(String payerName, RelationView relation) {}
}
