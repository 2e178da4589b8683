package org.nxsi.local.month;

import org.nxsi.platform.money.Fen;
import tools.jackson.databind.JsonNode;

/** Amounts in answers: whole fen as a number, or yuan as a text with two decimals. */
final class Amounts {

    private Amounts() {}

    /** In fen; 0 where there is none. */
    static long fen(JsonNode value) {
        if (value.isNumber()) {
            return value.asLong();
        }
        String text = value.asString("");
        if (text.isEmpty()) {
            return 0;
        }
        return text.indexOf('.') < 0 ? Long.parseLong(text) : Fen.ofYuan(text).amount_fen();
    }
}
