package org.nxsi.enrollment.employer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of organisation an employer is: a code of list AAB019 (单位类型). Of the list two codes are on record; the
 * others are taken as they are given.
 *
 * @param code two digits
 */
public record UnitType(@JsonValue String code) {

    /** In front: the constants below are checked by it. */
    private static final Pattern NOTATION = Pattern.compile("[1-9][0-9]");

    public static final UnitType ENTERPRISE = new UnitType("10");

    /** 全额拨款事业单位. */
    public static final UnitType FULLY_FUNDED_INSTITUTION = new UnitType("55");

    /** @throws IllegalArgumentException unless it is two digits */
    public UnitType {
        if (!NOTATION.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code of list AAB019, two digits");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitType parse(String code) {
        return new UnitType(code);
    }

    /** As shown to people; null of codes whose title is not on record. */
    public @Nullable String title() {
        return switch (code) {
            case "10" -> "企业";
            case "55" -> "全额拨款事业单位";
            default -> null;
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
