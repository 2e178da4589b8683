package org.nxsi.enrollment.scheme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The schemes whose relations and contributions are kept here; codes of list AAE140 (险种). */
public enum Scheme {
    EMPLOYEE_PENSION("110", "企业职工基本养老保险"),
    CIVIL_SERVANT_PENSION("120", "机关事业单位基本养老保险"),
    RESIDENT_PENSION("170", "城乡居民基本养老保险"),
    UNEMPLOYMENT("210", "失业保险"),
    WORK_INJURY("410", "工伤保险");

    private final String code;
    private final String title;

    Scheme(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Three digits, the notation of documents, events and JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As shown to people. */
    public String title() {
        return title;
    }

    /** Whether it keeps a personal account (个人账户). */
    public boolean keepsAccount() {
        return switch (this) {
            case EMPLOYEE_PENSION, CIVIL_SERVANT_PENSION, RESIDENT_PENSION -> true;
            case UNEMPLOYMENT, WORK_INJURY -> false;
        };
    }

    public static Optional<Scheme> of(String code) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.code.equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException if the list has no such scheme */
    @JsonCreator
    public static Scheme parse(String code) {
        return of(code).orElseThrow(
                        () -> new IllegalArgumentException("not one of the schemes 110, 120, 170, 210, 410: " + code));
    }
}
