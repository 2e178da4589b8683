package org.nxsi.enrollment.person;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The schemes that pay pensions; codes of list AAE140 (险种). */
enum PensionScheme {
    EMPLOYEES("110", "企业职工基本养老保险"),
    CIVIL_SERVANTS("120", "机关事业单位基本养老保险"),
    RESIDENTS("170", "城乡居民基本养老保险");

    private final String code;
    private final String title;

    PensionScheme(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Null if the list has no pension scheme of this code. */
    static @Nullable PensionScheme of(String code) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }
}
