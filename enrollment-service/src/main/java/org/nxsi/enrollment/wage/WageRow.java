package org.nxsi.enrollment.wage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.sheet.SheetRow;

/**
 * A row as fields, each as people write it: what is wrong with one refuses the row, not the list.
 *
 * @param name may be left out; where it stands it is compared
 * @param wage yuan per month
 * @param from first month it holds for
 */
record WageRow(
        @Nullable String number,
        @Nullable String name,
        @Nullable String wage,
        @Nullable String from) {

    SheetRow asRow(int row) {
        Map<String, @Nullable String> texts = new HashMap<>();
        texts.put(WageColumns.NUMBER.key(), number);
        texts.put(WageColumns.NAME.key(), name);
        texts.put(WageColumns.WAGE.key(), wage);
        texts.put(WageColumns.FROM.key(), from);
        return SheetRow.of(row, texts);
    }
}
