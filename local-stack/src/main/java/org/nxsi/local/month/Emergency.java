package org.nxsi.local.month;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The emergency that the bureau works in since 23 January 2020: one administrator proposes its declaration for the whole
 * autonomous region, another one confirms it. What is declared already, by whomever, stays as it is.
 */
final class Emergency {

    private static final String ONE = "admin";
    private static final String ANOTHER = "admin2";
    private static final String PATH = "/admin/v1/emergency-periods";
    private static final String REGION = "640000";
    private static final String FIRST_DAY = "2020-01-23";
    private static final String DOCUMENT = "宁人社办发〔2020〕2号";
    private static final String PROPOSED = "PROPOSED";
    private static final String REFUSED = "REFUSED";
    private static final String OVERLAPS = "period-overlaps";

    private final HttpCalls calls;
    private final MonthListener listener;

    Emergency(HttpCalls calls, MonthListener listener) {
        this.calls = calls;
        this.listener = listener;
    }

    void declare() throws InterruptedException {
        String proposed = proposed();
        if (!proposed.isEmpty()) {
            calls.post(ANOTHER, PATH + "/" + proposed + "/declaration", proposed + "/declaration", empty())
                    .orFail("confirming the emergency period");
            listener.note("疫情防控期间: " + proposed + " declared by two people, from " + FIRST_DAY);
        }
    }

    /** The id of what waits for the second person; empty if the region, or a part of it, has its period already. */
    private String proposed() throws InterruptedException {
        Reply known = calls.get(ONE, PATH + "?region=" + REGION).orFail("asking for the emergency periods");
        for (JsonNode period : known.body().path("items")) {
            String state = period.path("state").asString("");
            if (!state.equals(REFUSED)) {
                return state.equals(PROPOSED) ? period.path("id").asString("") : "";
            }
        }
        ObjectNode declaration =
                empty().put("region", REGION).put("from", FIRST_DAY).put("docNo", DOCUMENT);
        String key = "emergency-declaration-" + known.body().path("items").size();
        Reply reply = calls.post(ONE, PATH, key, declaration);
        if (reply.code().equals(OVERLAPS)) {
            listener.note("a part of the region has an emergency period of its own: none is declared for all of it");
            return "";
        }
        return reply.orFail("proposing the emergency period").text("id");
    }

    private static ObjectNode empty() {
        return HttpCalls.JSON.createObjectNode();
    }
}
