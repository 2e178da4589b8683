package org.nxsi.platform.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative area of GB/T 2260 that is in the list the system serves: Ningxia, its cities and counties as of 2020,
 * and the nation above them. {@code 640000} is also the autonomous region's own agency (区本级).
 *
 * @param code six digits
 */
public record AreaCode(@JsonValue String code) implements Comparable<AreaCode> {

    /** The whole country, {@code 100000}: where national policy applies. */
    public static final AreaCode NATION = new AreaCode("100000");

    /** 宁夏回族自治区, {@code 640000}. */
    public static final AreaCode NINGXIA = new AreaCode("640000");

    /** From the widest to the narrowest. */
    public enum Level {
        NATION,
        PROVINCE,
        CITY,
        COUNTY
    }

    /**
     * Takes a listed code only.
     *
     * @throws InvalidIdentifier if the list does not have the code
     */
    public AreaCode {
        InvalidIdentifier.refuse(check(code));
    }

    /**
     * Reads six digits.
     *
     * @throws InvalidIdentifier if the list does not have the code
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AreaCode parse(String text) {
        return new AreaCode(text);
    }

    /** What is wrong with the text, or null if it is a listed area. */
    public static @Nullable IdentifierProblem check(@Nullable String text) {
        return text != null && AreaList.NAMES.containsKey(text) ? null : IdentifierProblem.AREA_CODE_UNKNOWN;
    }

    /** Every listed area, by code. */
    public static List<AreaCode> all() {
        return AreaList.NAMES.keySet().stream().sorted().map(AreaCode::new).toList();
    }

    /** The area's own name: {@code 兴庆区}. */
    public String areaName() {
        return AreaList.NAMES.getOrDefault(code, "");
    }

    /** The name with the areas above it: {@code 宁夏回族自治区银川市兴庆区}. */
    public String fullName() {
        AreaCode above = parent();
        return above == null || above.equals(NATION) ? areaName() : above.fullName() + areaName();
    }

    public Level level() {
        if (code.equals(AreaList.NATION)) {
            return Level.NATION;
        }
        if (code.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return code.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    /** The area one level up; null for the nation. */
    public @Nullable AreaCode parent() {
        return switch (level()) {
            case NATION -> null;
            case PROVINCE -> NATION;
            case CITY -> new AreaCode(code.substring(0, 2) + "0000");
            case COUNTY -> new AreaCode(code.substring(0, 4) + "00");
        };
    }

    /** The area itself, then each area above it up to the nation. */
    public List<AreaCode> lineage() {
        List<AreaCode> lineage = new ArrayList<>();
        for (AreaCode area = this; area != null; area = area.parent()) {
            lineage.add(area);
        }
        return List.copyOf(lineage);
    }

    /** Whether the other area is this one or lies in it: staff of 640100 see 640104. */
    public boolean contains(AreaCode other) {
        return switch (level()) {
            case NATION -> true;
            case PROVINCE -> other.code.startsWith(code.substring(0, 2));
            case CITY -> other.code.startsWith(code.substring(0, 4));
            case COUNTY -> other.code.equals(code);
        };
    }

    @Override
    public int compareTo(AreaCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
