package org.nxsi.deferral.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.ledger.BusinessEvents.MADE_UP;
import static org.nxsi.deferral.ledger.BusinessEvents.PUT_OFF;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In any order, however often told: what the ledger holds is what came in, and what it has told. */
class LedgerIsTheSumOfItsEventsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger TRIES = new AtomicInteger();
    private static final int PERSONS = 5;

    private static LedgerUnderTest ledger;

    @BeforeContainer
    static void start() {
        ledger = LedgerUnderTest.start("sum");
        ledger.declare("640104", "2020-01-23");
    }

    @AfterContainer
    static void stop() {
        ledger.close();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void any_order_and_repetition_of_batches_leaves_what_the_lines_say_and_what_is_told(
            @ForAll("batches") List<List<Said>> batches, @ForAll Random random) {
        int attempt = TRIES.incrementAndGet();
        List<ReceivedEvent> events = events(attempt, batches);
        List<ReceivedEvent> delivered = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        TakingEvents taking = ledger.service().part(TakingEvents.class);

        delivered.forEach(taking::handle);

        Map<String, Entry> found = new TreeMap<>();
        ledger.entries().byIds(ids(attempt)).forEach(each -> found.put(each.id(), each));
        long opened = sum(batches, false);
        long paid = sum(batches, true);
        assertThat(total(found.values(), Entry::amount)).isEqualTo(opened);
        assertThat(total(found.values(), Entry::madeUp)).isEqualTo(paid);
        Map<String, Entry> told = foldOfAllTold(attempt);
        assertThat(told.keySet()).isEqualTo(found.keySet());
        told.forEach((id, entry) -> {
            Entry here = found.get(id);
            assertThat(entry.amount()).as(id).isEqualTo(here.amount());
            assertThat(entry.madeUp()).as(id).isEqualTo(here.madeUp());
            assertThat(entry.state()).as(id).isEqualTo(here.state());
        });
    }

    /** @param person few, so that they meet */
    private record Said(boolean madeUp, int person, String scheme, int yuan) {

        String amount() {
            return yuan + ".00";
        }
    }

    @Provide
    Arbitrary<List<List<Said>>> batches() {
        Arbitrary<Said> said = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, PERSONS),
                        Arbitraries.of("110", "210"),
                        Arbitraries.integers().between(1, 500))
                .as(Said::new);
        return said.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(6);
    }

    /** A batch is of one kind; the first line says which. */
    private static List<ReceivedEvent> events(int attempt, List<List<Said>> batches) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            boolean madeUp = batches.get(i).getFirst().madeUp();
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Said each : batches.get(i)) {
                int serial = attempt * 10 + each.person();
                lines.add(
                        madeUp
                                ? BusinessEvents.madeUp(serial, each.scheme(), each.amount(), "2020-03-01")
                                : BusinessEvents.putOff(serial, each.scheme(), amountOf(each)));
            }
            events.add(BusinessEvents.received(madeUp ? MADE_UP : PUT_OFF, "sum-" + attempt + "-" + i, lines));
        }
        return events;
    }

    /** What is due of a person and a scheme is the same whoever says it. */
    private static String amountOf(Said said) {
        return said.person() * 100 + Integer.parseInt(said.scheme()) + ".00";
    }

    /** In fen: what is due of each person and scheme once, and every make-up of what is due. */
    private static long sum(List<List<Said>> batches, boolean madeUp) {
        Map<String, Long> due = new HashMap<>();
        Map<String, Long> paid = new HashMap<>();
        for (List<Said> batch : batches) {
            for (Said each : batch) {
                String slot = each.person() + "|" + each.scheme();
                if (batch.getFirst().madeUp()) {
                    paid.merge(slot, Fen.ofYuan(each.amount()).amount_fen(), Long::sum);
                } else {
                    due.put(slot, Fen.ofYuan(amountOf(each)).amount_fen());
                }
            }
        }
        paid.keySet().retainAll(due.keySet());
        return (madeUp ? paid : due)
                .values().stream().mapToLong(Long::longValue).sum();
    }

    private static long total(Collection<Entry> entries, java.util.function.Function<Entry, @Nullable Fen> amount) {
        return entries.stream()
                .map(amount)
                .filter(each -> each != null)
                .mapToLong(Fen::amount_fen)
                .sum();
    }

    private static List<String> ids(int attempt) {
        List<String> ids = new ArrayList<>();
        for (int person = 1; person <= PERSONS; person++) {
            ids.add(BusinessEvents.entryOf(attempt * 10 + person));
        }
        return ids;
    }

    /** The ledger as anybody has it who hears what is told. */
    private static Map<String, Entry> foldOfAllTold(int attempt) {
        Map<String, Map<String, Posting>> postings = new TreeMap<>();
        Map<String, EntryKey> keys = new HashMap<>();
        try (TestListener listener = TestBroker.listen("deferral.events")) {
            Set<String> batches = new HashSet<>();
            listener.heardSoFar(each -> each.key().startsWith("sum-" + attempt + "-"))
                    .forEach(record -> {
                        assertThat(batches.add(record.key()))
                                .as("%s is told once", record.key())
                                .isTrue();
                        for (JsonNode line :
                                JSON.readTree(record.value()).path("data").path("lines")) {
                            String id = line.path("entry").asString();
                            keys.put(
                                    id,
                                    new EntryKey(
                                            SubjectKind.valueOf(
                                                    line.path("subjectKind").asString()),
                                            line.path("subjectId").asString(),
                                            Kind.valueOf(line.path("kind").asString()),
                                            Month.parse(line.path("month").asString())));
                            Map<String, Posting> own = postings.computeIfAbsent(id, entry -> new LinkedHashMap<>());
                            line.path("postings")
                                    .forEach(each -> own.put(each.path("id").asString(), posting(each)));
                        }
                    });
        }
        Map<String, Entry> entries = new TreeMap<>();
        postings.forEach((id, own) -> entries.put(id, EntryFold.of(keys.get(id), own.values(), PeriodEnd.NONE)));
        return entries;
    }

    private static Posting posting(JsonNode told) {
        return new Posting(
                told.path("id").asString(),
                Posting.Kind.valueOf(told.path("kind").asString()),
                Instant.EPOCH,
                LocalDate.parse(told.path("on").asString()),
                null,
                told.path("scheme").asString(),
                told.has("amount") ? Fen.ofYuan(told.path("amount").asString()) : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
