package org.nxsi.enrollment.employer;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;

/**
 * A change as it is asked for: the fields that are to be different, absent ones stay.
 *
 * @param from first month, for size, risk class and float; absent for this month
 * @param proof the paper that shows it, by its reference
 */
record WantedChange(
        @Nullable String name,
        @Nullable String area,
        @Nullable String unitType,
        @Nullable String size,
        @Nullable String riskClass,
        @Nullable String floatRatio,
        @Nullable String contactPerson,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Month from,
        @Nullable String proof) {

    /** @throws org.nxsi.platform.web.ProblemException 400 naming the field */
    ChangingEmployer.Wanted checked(boolean byAgent) {
        Map<EmployerField, String> values = new EnumMap<>(EmployerField.class);
        put(values, EmployerField.NAME, name);
        put(values, EmployerField.AREA, area);
        put(values, EmployerField.UNIT_TYPE, unitType);
        put(values, EmployerField.SIZE, size);
        put(values, EmployerField.RISK_CLASS, riskClass);
        put(values, EmployerField.FLOAT, floatRatio);
        put(values, EmployerField.CONTACT_PERSON, contactPerson);
        put(values, EmployerField.PHONE, phone);
        put(values, EmployerField.ADDRESS, address);
        if (values.isEmpty()) {
            throw Problem.badRequest("missing-field", "name", "no field is to be changed")
                    .exception();
        }
        values.keySet().stream()
                .filter(each -> byAgent && !each.agentMayAsk())
                .findFirst()
                .ifPresent(field -> {
                    throw Problem.forbidden("field-not-yours", "由经办机构核定")
                            .at(field.key())
                            .exception();
                });
        return new ChangingEmployer.Wanted(values, Proof.of(proof), from);
    }

    private static void put(Map<EmployerField, String> values, EmployerField field, @Nullable String value) {
        if (value == null) {
            return;
        }
        String stripped = value.strip();
        String objection = field.objection(stripped);
        if (objection != null) {
            throw Problem.badRequest("invalid-field", field.key(), objection).exception();
        }
        values.put(field, stripped);
    }
}
