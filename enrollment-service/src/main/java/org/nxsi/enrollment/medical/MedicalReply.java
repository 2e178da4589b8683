package org.nxsi.enrollment.medical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the medical-insurance bureau writes, and takes nothing on trust. */
final class MedicalReply {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SCHEMES = Set.of("310", "390");
    private static final int MOST_RELATIONS = 100;
    private static final int LONGEST_TEXT = 50;

    private MedicalReply() {}

    /** @throws MedicalSilent if it is not what was agreed */
    static MedicalAnswer read(byte[] body) {
        try {
            JsonNode reply = JSON.readTree(body);
            JsonNode relations = reply.required("relations");
            if (!relations.isArray() || relations.size() > MOST_RELATIONS) {
                throw new IllegalArgumentException("at most " + MOST_RELATIONS + " relations");
            }
            List<MedicalRelation> all = new ArrayList<>(relations.size());
            relations.forEach(each -> all.add(relation(each)));
            return MedicalAnswer.told(text(reply, "asOf"), all);
        } catch (RuntimeException wrong) {
            throw new MedicalSilent("an answer that was not agreed: " + wrong.getMessage(), wrong);
        }
    }

    private static MedicalRelation relation(JsonNode each) {
        String scheme = text(each, "scheme");
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("not one of the schemes " + SCHEMES);
        }
        return new MedicalRelation(
                scheme,
                scheme.equals("310") ? "职工基本医疗保险" : "城乡居民基本医疗保险",
                text(each, "state"),
                text(each, "stateName"),
                AreaCode.parse(text(each, "area")).code(),
                Month.parse(text(each, "from")).toString(),
                each.hasNonNull("to") ? Month.parse(text(each, "to")).toString() : null);
    }

    private static String text(JsonNode node, String field) {
        String text = node.required(field).stringValue();
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(field + " is too long");
        }
        return text;
    }
}
