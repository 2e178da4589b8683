package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same commands on a collection with indexes and on one without: every answer is the same. */
class IndexesNeverChangeAnswersTest {

    private static final List<Document> INDEXES = List.of(
            index("a", false, "a"),
            index("a_b", false, "a", "b"),
            index("b_id", false, "b", "_id"),
            index("c", false, "c.d"),
            index("t", false, "t"),
            index("s", true, "s"),
            index("s_a", true, "s", "a"));

    @Property(tries = 400)
    void indexed_and_plain_collections_answer_alike(@ForAll("commands") List<Document> commands) {
        try (DirectClient client = new DirectClient()) {
            client.run(new Document("createIndexes", "indexed").append("indexes", INDEXES.subList(0, 4)));
            boolean half = false;
            for (Document command : commands) {
                assertThat(answer(client, command, "indexed"))
                        .as("%s", command)
                        .isEqualTo(answer(client, command, "plain"));
                if (!half) { // the other indexes come when there are documents already
                    client.run(new Document("createIndexes", "indexed").append("indexes", INDEXES.subList(4, 7)));
                    half = true;
                }
            }
            Document everything = new Document("find", "").append("sort", new Document("_id", 1));
            assertThat(answer(client, everything, "indexed")).isEqualTo(answer(client, everything, "plain"));
        }
    }

    private static Object answer(DirectClient client, Document command, String collection) {
        String name = command.keySet().iterator().next();
        Document onCollection = collection.equals("plain") ? withoutHelp(command) : new Document(command);
        onCollection.put(name, collection);
        if (name.equals("find") || name.equals("aggregate")) {
            return client.all(onCollection);
        }
        Document reply = client.run(onCollection);
        reply.remove("writeErrors"); // they name the collection
        return reply;
    }

    /** The same command so that not even the index on the id helps: every document is looked at, and then sorted. */
    private static Document withoutHelp(Document command) {
        Document result = new Document();
        command.forEach((name, value) -> result.put(
                name,
                switch (name) {
                    case "filter", "query", "q", "$match" -> new Document("$or", List.of(value));
                    case "sort" -> new Document("nobodyHasThis", 1).appendAll((Document) value);
                    case "updates", "deletes", "pipeline" ->
                        ((List<?>) value)
                                .stream()
                                        .map(part -> withoutHelp((Document) part))
                                        .toList();
                    default -> value;
                }));
        return result;
    }

    @Provide
    Arbitrary<List<Document>> commands() {
        Arbitrary<Document> inserts = documents()
                .list()
                .ofMinSize(3)
                .ofMaxSize(20)
                .map(many -> new Document("insert", "").append("ordered", false).append("documents", many));
        Arbitrary<Document> updates = Combinators.combine(narrowFilters(), changes())
                .as((filter, change) -> new Document("update", "")
                        .append(
                                "updates",
                                List.of(new Document("q", filter)
                                        .append("u", change)
                                        .append("multi", true))));
        Arbitrary<Document> deletes = narrowFilters()
                .map(filter -> new Document("delete", "")
                        .append("deletes", List.of(new Document("q", filter).append("limit", 0))));
        Arbitrary<Document> modifications = Combinators.combine(
                        filters(), sorts(), changes(), Arbitraries.of(true, false))
                .as((filter, sort, change, remove) -> remove
                        ? new Document("findAndModify", "")
                                .append("query", filter)
                                .append("sort", sort)
                                .append("remove", true)
                        : new Document("findAndModify", "")
                                .append("query", filter)
                                .append("sort", sort)
                                .append("update", change)
                                .append("new", true));
        Arbitrary<Document> finds = Combinators.combine(
                        filters(),
                        sorts(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 3))
                .as((filter, sort, skip, limit, batchSize) -> new Document("find", "")
                        .append("filter", filter)
                        .append("sort", sort)
                        .append("skip", skip)
                        .append("limit", limit)
                        .append("batchSize", batchSize));
        Arbitrary<Document> counts = filters().map(filter -> new Document("count", "").append("query", filter));
        Arbitrary<Document> sums = filters()
                .map(filter -> new Document("aggregate", "")
                        .append(
                                "pipeline",
                                List.of(
                                        new Document("$match", filter),
                                        new Document(
                                                "$group",
                                                new Document("_id", null).append("n", new Document("$sum", 1)))))
                        .append("cursor", new Document()));
        Arbitrary<List<Document>> all = Arbitraries.oneOf(
                        inserts, updates, deletes, modifications, finds, finds, finds, finds, counts, sums)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
        return Combinators.combine(inserts, inserts, all)
                .as((first, second, rest) ->
                        Stream.concat(Stream.of(first, second), rest.stream()).toList());
    }

    private static Arbitrary<Document> documents() {
        Arbitrary<Map<String, Object>> fields =
                Arbitraries.maps(Arbitraries.of("a", "b", "s", "t"), values()).ofMaxSize(4);
        return Combinators.combine(ids(), fields, values().injectNull(0.5), Arbitraries.of(true, false, false, false))
                .as((id, map, nested, array) -> {
                    Document document = new Document("_id", id);
                    document.putAll(map);
                    if (nested != null) {
                        document.put("c", new Document("d", nested));
                    }
                    if (array && document.containsKey("t")) {
                        document.put("t", Arrays.asList(document.get("t"), 1));
                    }
                    return document;
                });
    }

    private static Arbitrary<Object> ids() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 25).map(i -> (Object) i),
                Arbitraries.integers().between(0, 5).map(i -> (Object) (i + 0.5)),
                Arbitraries.integers().between(0, 25).map(i -> (Object) ("k" + i)),
                Arbitraries.integers().between(0, 3).map(i -> (Object) new Document("run", i).append("slice", "x")));
    }

    /** Mostly few values, so that conditions meet documents; sometimes one from the edges. */
    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(few(), few(), few(), edges());
    }

    private static Arbitrary<Object> few() {
        return Arbitraries.of(0, 1, 2, "a", "b");
    }

    private static Arbitrary<Object> edges() {
        return Arbitraries.of(
                -3,
                -1,
                0,
                1,
                2,
                1L,
                4_000_000_000L,
                9_007_199_254_740_993L,
                9_007_199_254_740_992L,
                0.5,
                -0.0,
                1.0,
                -2.25,
                1e300,
                "",
                "a",
                "a\u0000",
                "a\u0000b",
                "ab",
                "b",
                "王芳",
                "\uD842\uDFB7",
                "\uFF21",
                true,
                false,
                Instant.ofEpochMilli(0),
                Instant.ofEpochMilli(-1),
                Instant.ofEpochMilli(1_583_000_000_123L),
                new ObjectId("5e5a00000000000000000001"),
                new ObjectId("ffffffffffffffffffffffff"));
    }

    private static Arbitrary<Document> filters() {
        Arbitrary<Document> simple = Combinators.combine(
                        Arbitraries.of("a", "a", "b", "s", "t", "c.d", "x"), conditions(values()))
                .as(Document::new);
        Arbitrary<Document> byId =
                Combinators.combine(Arbitraries.just("_id"), conditions(ids())).as(Document::new);
        Arbitrary<Document> choice = Combinators.combine(
                        Arbitraries.of("a", "b", "s"),
                        few().list().uniqueElements().ofMinSize(2))
                .as((field, values) -> new Document(field, new Document("$in", values)));
        Arbitrary<Document> idChoice = ids().list()
                .uniqueElements()
                .ofMinSize(4)
                .ofMaxSize(12)
                .map(ids -> new Document("_id", new Document("$in", ids)));
        Arbitrary<Document> absent = Arbitraries.of("a", "s", "c.d").map(field -> new Document(field, null));
        Arbitrary<Document> one = Arbitraries.oneOf(simple, simple, choice, byId, idChoice, absent);
        Arbitrary<Document> merged = one.list().ofMaxSize(3).map(parts -> {
            Document filter = new Document();
            parts.forEach(filter::putAll);
            return filter;
        });
        Arbitrary<Document> conjunctions = one.list().ofMinSize(1).ofMaxSize(3).map(all -> new Document("$and", all));
        Arbitrary<Document> choices = Combinators.combine(
                        one, one.list().ofMinSize(1).ofMaxSize(2))
                .as((first, any) -> new Document(first).append("$or", any));
        return Arbitraries.oneOf(merged, merged, merged, conjunctions, choices);
    }

    /** Few documents at a time, so that some are left. */
    private static Arbitrary<Document> narrowFilters() {
        return Combinators.combine(Arbitraries.of("a", "b", "s", "t", "c.d", "_id"), few())
                .as(Document::new);
    }

    private static Arbitrary<Object> conditions(Arbitrary<Object> values) {
        Arbitrary<Object> orNull = values.injectNull(0.1);
        return Arbitraries.oneOf(
                orNull,
                orNull.map(value -> new Document("$eq", value)),
                values.map(value -> new Document("$ne", value)),
                orNull.list().ofMaxSize(4).map(list -> new Document("$in", list)),
                Combinators.combine(Arbitraries.of("$gt", "$gte", "$lt", "$lte"), values)
                        .as(Document::new),
                Combinators.combine(Arbitraries.of("$gt", "$gte"), values, Arbitraries.of("$lt", "$lte"), values)
                        .as((low, from, high, to) -> new Document(low, from).append(high, to)),
                Arbitraries.of(true, false).map(exists -> new Document("$exists", exists)));
    }

    private static Arbitrary<Document> changes() {
        Arbitrary<Document> sets = Combinators.combine(Arbitraries.of("a", "b", "s", "t", "c.d"), values())
                .as((field, value) -> new Document("$set", new Document(field, value)));
        Arbitrary<Document> unsets =
                Arbitraries.of("a", "b", "s", "t").map(field -> new Document("$unset", new Document(field, "")));
        Arbitrary<Document> arrays =
                values().map(value -> new Document("$set", new Document("t", Arrays.asList(value, 2))));
        return Arbitraries.oneOf(sets, sets, sets, unsets, unsets, arrays);
    }

    /** Always down to the id, so that there is one right order. */
    private static Arbitrary<Document> sorts() {
        Arbitrary<Integer> direction = Arbitraries.of(1, -1);
        return Combinators.combine(
                        Arbitraries.of("a", "b", "s", "t", "c.d")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2),
                        direction,
                        direction,
                        Arbitraries.of(true, true, false))
                .as((fields, first, second, same) -> {
                    Document sort = new Document();
                    for (String field : fields) {
                        sort.append(field, same || sort.isEmpty() ? first : second);
                    }
                    return sort.append("_id", same ? first : second);
                });
    }

    private static Document index(String name, boolean sparse, String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append(field, 1);
        }
        return new Document("name", name).append("key", keys).append("sparse", sparse);
    }
}
