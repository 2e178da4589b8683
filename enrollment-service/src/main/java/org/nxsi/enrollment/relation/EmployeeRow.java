package org.nxsi.enrollment.relation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.sheet.SheetRow;

/**
 * A row as fields, each as people write it: what is wrong with one refuses the row, not the list.
 *
 * @param kind 增员, 减员, 变更, or {@code START}, {@code STOP}, {@code ALTER}
 * @param from first month of a start; of an alteration the new one
 * @param last last month of a stop
 * @param schemes codes or titles; none: all in which the employer takes part, or of a stop all that run
 * @param wage yuan per month
 */
record EmployeeRow(
        @Nullable String kind,
        @Nullable String number,
        @Nullable String name,
        @Nullable String hiredOn,
        @Nullable String from,
        @Nullable String last,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> schemes,

        @Nullable String wage,
        @Nullable String reason,
        @Nullable String proof) {

    SheetRow asRow(int row) {
        Map<String, @Nullable String> texts = new HashMap<>();
        texts.put(EmployeeColumns.KIND.key(), kind);
        texts.put(EmployeeColumns.NUMBER.key(), number);
        texts.put(EmployeeColumns.NAME.key(), name);
        texts.put(EmployeeColumns.HIRED_ON.key(), hiredOn);
        texts.put(EmployeeColumns.FROM.key(), from);
        texts.put(EmployeeColumns.LAST.key(), last);
        texts.put(EmployeeColumns.SCHEMES.key(), schemes == null ? null : String.join(",", schemes));
        texts.put(EmployeeColumns.WAGE.key(), wage);
        texts.put(EmployeeColumns.REASON.key(), reason);
        texts.put(EmployeeColumns.PROOF.key(), proof);
        return SheetRow.of(row, texts);
    }
}
