package org.nxsi.deferral.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a line strictly; what cannot be read refuses the line and names the field. */
record LineFields(JsonNode line) {

    private static final int LONGEST_TEXT = 100;

    /** @throws LineRefused {@code malformed-line} */
    EntryKey key() {
        EntryKey key = new EntryKey(
                word("subjectKind", SubjectKind.class), text("subjectId"), word("kind", Kind.class), month("month"));
        refuse(OpeningRule.ofKey(key));
        return key;
    }

    String area() {
        String area = text("area");
        if (AreaCode.check(area) != null) {
            throw new LineRefused(Refusal.wrong("area-code-unknown", "area", "行政区划代码不在代码表中"));
        }
        return area;
    }

    String scheme() {
        String scheme = text("scheme");
        refuse(OpeningRule.ofAmount(scheme, null));
        return scheme;
    }

    @Nullable
    Fen amount() {
        if (line.path("amount").isNull() || line.path("amount").isMissingNode()) {
            return null;
        }
        Fen amount;
        try {
            amount = Fen.ofYuan(text("amount"));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw malformed("amount");
        }
        refuse(OpeningRule.ofAmount("110", amount));
        return amount;
    }

    LocalDate date(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException wrong) {
            throw malformed(field);
        }
    }

    boolean has(String field) {
        return !line.path(field).isMissingNode() && !line.path(field).isNull();
    }

    <E extends Enum<E>> E word(String field, Class<E> type) {
        try {
            return Enum.valueOf(type, text(field));
        } catch (IllegalArgumentException unknown) {
            throw malformed(field);
        }
    }

    String text(String field) {
        JsonNode value = line.path(field);
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > LONGEST_TEXT) {
            throw malformed(field);
        }
        return value.asString();
    }

    private Month month(String field) {
        try {
            return Month.parse(text(field));
        } catch (IllegalArgumentException wrong) {
            throw malformed(field);
        }
    }

    static void refuse(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new LineRefused(refusal);
        }
    }

    private static LineRefused malformed(String field) {
        return new LineRefused(Refusal.wrong("malformed-line", field, "字段缺失或格式不符：" + field));
    }
}
