package org.nxsi.benchmarks.assessment;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.nxsi.local.keycloak.DemoPerson;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;

/**
 * One employer with its employees. The employer, its agent, risk class and float come through the gateway; who is insured by
 * it and their wages are written into the store beforehand, since only what is done with them is measured.
 */
final class BenchCompany {

    static final String CODE = "91640100MA7ABCD12N";

    private static final String AREA = "640104";
    private static final String PATH = "/admin/v1/employers";
    private static final String SINCE = "2019-06";
    private static final int AT_ONCE = 1_000;
    private static final long LOWEST_WAGE_FEN = 400_000;
    private static final long WAGE_STEPS = 1_400_000;

    private final Calls calls;
    private final MongoDatabase store;

    BenchCompany(Calls calls, MongoDatabase store) {
        this.calls = calls;
        this.store = store;
    }

    void register() throws InterruptedException {
        calls.staff(
                "clerk",
                "POST",
                PATH,
                Map.of(
                        "creditCode",
                        CODE,
                        "name",
                        "宁夏示例建设有限公司",
                        "area",
                        AREA,
                        "unitType",
                        "10",
                        "foundedOn",
                        "2019-01-02",
                        "schemes",
                        List.of(Map.of("scheme", "110"), Map.of("scheme", "210"), Map.of("scheme", "410"))));
        calls.staff(
                "clerk",
                "POST",
                PATH + "/" + CODE + "/agents",
                Map.of("number", DemoPerson.AGENT.number().value(), "from", "2019-01-02", "proof", "授权委托书"));
        JsonNode asked = calls.staff(
                "clerk",
                "POST",
                PATH + "/" + CODE + "/changes",
                Map.of("riskClass", "4", "floatRatio", "1.2", "from", "2020-01", "proof", "核定表"));
        String number = asked.path("change").path("number").asString("");
        calls.staff("reviewer", "POST", PATH + "/" + CODE + "/changes/" + number + "/approval", Map.of());
    }

    /** Everybody under 110, 210 and 410, each with a wage of their own. */
    void employ(long employees) {
        for (long from = 0; from < employees; from += AT_ONCE) {
            List<Document> persons = new ArrayList<>(AT_ONCE);
            List<Document> wages = new ArrayList<>(AT_ONCE);
            for (long at = from; at < Math.min(employees, from + AT_ONCE); at++) {
                String person = person(at);
                persons.add(insured(person));
                wages.add(wage(person, LOWEST_WAGE_FEN + at * 7_919 % WAGE_STEPS));
            }
            store.getCollection("insured_persons").insertMany(persons, new InsertManyOptions().ordered(false));
            store.getCollection("declared_wages").insertMany(wages, new InsertManyOptions().ordered(false));
        }
    }

    /** As the employer's agent. @return the sheet */
    JsonNode declare(Month month) throws InterruptedException {
        return calls.agent("/v1/employers/me/contribution-declarations", Map.of("month", month.toString()));
    }

    private static Document insured(String person) {
        List<Document> relations = new ArrayList<>();
        for (String scheme : List.of("110", "210", "410")) {
            relations.add(new Document("person", person)
                    .append("scheme", scheme)
                    .append("payer", "EMPLOYER:" + CODE)
                    .append("area", AREA)
                    .append("spells", List.of(new Document("from", SINCE).append("hiredOn", SINCE + "-03"))));
        }
        return new Document("_id", person)
                .append("relations", relations)
                .append("history", List.of())
                .append("version", 1L);
    }

    private static Document wage(String person, long wage_fen) {
        return new Document("_id", CODE + "|" + person)
                .append(
                        "entries",
                        List.of(new Document("from", "2020-01")
                                .append("wage", wage_fen)
                                .append("declaration", "bench")
                                .append("on", "2020-01-05")
                                .append("by", "bench")));
    }

    private static String person(long serial) {
        String first17 =
                "6401041985%02d%02d%03d".formatted(1 + serial / 28_000 % 12, 1 + serial / 1_000 % 28, serial % 1_000);
        return PersonId.of("bench", SocialNumber.complete(first17)).value();
    }
}
