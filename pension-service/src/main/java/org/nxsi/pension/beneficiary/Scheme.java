package org.nxsi.pension.beneficiary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Pension schemes (险种, code list AAE140). Each is a fund with books and payout accounts of its own. */
public enum Scheme {
    /** 企业职工基本养老保险. */
    ENTERPRISE("110", "企业职工基本养老保险"),

    /** 机关事业单位基本养老保险. */
    PUBLIC_SECTOR("120", "机关事业单位基本养老保险"),

    /** 城乡居民基本养老保险. */
    RESIDENT("170", "城乡居民基本养老保险");

    private final String code;
    private final String title;

    Scheme(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Three digits, also the JSON form. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The Chinese name for people. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException for a code that no pension scheme has */
    @JsonCreator
    public static Scheme ofCode(String code) {
        Scheme scheme = find(code);
        if (scheme == null) {
            throw new IllegalArgumentException("not the code of a pension scheme: " + code);
        }
        return scheme;
    }

    /** The scheme with this code, or null: for imports, without the cost of an exception. */
    public static @Nullable Scheme find(String code) {
        return switch (code) {
            case "110" -> ENTERPRISE;
            case "120" -> PUBLIC_SECTOR;
            case "170" -> RESIDENT;
            default -> null;
        };
    }
}
