package org.nxsi.enrollment.employer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.EmployerChange.FieldChange;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;

/** What a change makes of an employer, and whether it may. */
final class ChangeRule {

    private static final String FIRST_CLASS = "injury.float_first_class";
    private static final String OTHER_CLASSES = "injury.float_other_classes";
    private static final String INJURY = "410";

    private ChangeRule() {}

    /** @param field key of the field that is wrong */
    record Fault(String code, String field, String detail) {}

    /** Before and after, of those fields whose value is another one then. */
    static List<FieldChange> changes(Employer employer, Month from, Map<EmployerField, String> wanted) {
        List<FieldChange> changes = new ArrayList<>();
        wanted.forEach((field, after) -> {
            String before = field.of(employer, from);
            if (!after.equals(before)) {
                changes.add(new FieldChange(field.key(), before, after));
            }
        });
        return changes;
    }

    static Employer apply(Employer employer, Month from, List<FieldChange> changes) {
        Employer changed = employer;
        for (EmployerField field : EmployerField.values()) {
            for (FieldChange each : changes) {
                if (each.field().equals(field.key())) {
                    changed = field.with(changed, from, Objects.requireNonNull(each.after()));
                }
            }
        }
        return changed;
    }

    /**
     * Null if the float is one that the class may have (人社部发〔2015〕71号), in every month from which one of them holds.
     *
     * @throws org.nxsi.platform.policy.PolicyUnknown if it is not known which
     */
    static @Nullable Fault ofFloat(Employer changed, PolicyData policies) {
        List<Month> months = new ArrayList<>();
        changed.floats().forEach(each -> months.add(each.from()));
        changed.riskClasses().forEach(each -> months.add(each.from()));
        for (Month month : months) {
            String ratio = FromMonth.in(changed.floats(), month);
            if (ratio == null) {
                continue;
            }
            OptionalInt riskClass = changed.riskClass(month);
            if (riskClass.isEmpty()) {
                return new Fault("risk-class-missing", "floatRatio", "尚未核定行业风险类别，不能核定浮动");
            }
            String key = riskClass.getAsInt() == 1 ? FIRST_CLASS : OTHER_CLASSES;
            List<BigDecimal> allowed =
                    policies.find(key, changed.area(), INJURY, month.firstDay()).list();
            BigDecimal wanted = new BigDecimal(ratio);
            if (allowed.stream().noneMatch(each -> each.compareTo(wanted) == 0)) {
                return new Fault(
                        "float-not-allowed",
                        "floatRatio",
                        month + ": class " + riskClass.getAsInt() + " may have " + allowed);
            }
        }
        return null;
    }
}
