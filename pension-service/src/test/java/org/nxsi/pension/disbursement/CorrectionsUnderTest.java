package org.nxsi.pension.disbursement;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

/** The correction list, and the people who work it off. */
final class CorrectionsUnderTest {

    static final String LIST = "/admin/v1/returned-payments";

    private final MonthUnderTest pension;

    CorrectionsUnderTest(MonthUnderTest pension) {
        this.pension = pension;
    }

    /** All of the list that fits, such as {@code state=OPEN&month=2019-01}, page by page. */
    List<JsonNode> list(String filter) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = pension.service.get(
                    LIST + "?limit=3&" + filter + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                    pension.token(Role.CLERK));
            page.json().path("items").forEach(all::add);
            cursor = page.text("next");
        } while (!cursor.isEmpty());
        return all;
    }

    List<String> ids(String filter) {
        return list(filter).stream().map(each -> each.path("id").asString()).toList();
    }

    Answer see(String id) {
        return pension.service.get(LIST + "/" + id, pension.token(Role.CLERK));
    }

    Answer propose(String id, String json) {
        return pension.post(LIST + "/" + id + "/account-correction", pension.token(Role.CLERK), json);
    }

    /** To an account of the payee's own. */
    Answer propose(String id, String bank, String account) {
        return propose(id, "{\"bank\":\"%s\",\"account\":\"%s\",\"holder\":\"张三\"}".formatted(bank, account));
    }

    Answer approve(String id) {
        return pension.post(LIST + "/" + id + "/approval", pension.token(Role.REVIEWER), "{}");
    }

    Answer reject(String id, String reason) {
        return pension.post(
                LIST + "/" + id + "/rejection", pension.token(Role.REVIEWER), "{\"reason\":\"" + reason + "\"}");
    }

    void correct(String id, String bank, String account) {
        propose(id, bank, account);
        approve(id);
    }
}
