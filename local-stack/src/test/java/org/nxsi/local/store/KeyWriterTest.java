package org.nxsi.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyWriterTest {

    @Property(tries = 5_000)
    void keys_sort_as_the_query_matcher_compares(@ForAll("values") Object a, @ForAll("values") Object b) {
        int byKey = KeyWriter.of(a).compareTo(KeyWriter.of(b));
        assertThat(Integer.signum(byKey))
                .isEqualTo(Integer.signum(ValueComparator.asc().compare(a, b)));
    }

    @Property(tries = 2_000)
    void keys_of_several_values_sort_like_the_tuple(
            @ForAll("values") Object a,
            @ForAll("values") Object b,
            @ForAll("values") Object c,
            @ForAll("values") Object d) {
        int first = ValueComparator.asc().compare(a, c);
        int expected = first != 0 ? first : ValueComparator.asc().compare(b, d);
        int byKey = new KeyWriter()
                .put(a)
                .put(b)
                .key()
                .compareTo(new KeyWriter().put(c).put(d).key());
        assertThat(Integer.signum(byKey)).isEqualTo(Integer.signum(expected));
    }

    @Test
    void equal_values_of_different_kinds_are_one_key() {
        assertThat(List.of(KeyWriter.of(1), KeyWriter.of(1L))).allMatch(KeyWriter.of(1.0)::equals);
        assertThat(KeyWriter.of(-0.0)).isEqualTo(KeyWriter.of(0));
        assertThat(KeyWriter.of(null)).isEqualTo(KeyWriter.of(Missing.getInstance()));
        assertThat(KeyWriter.of(new Document("n", 1))).isEqualTo(KeyWriter.of(new Document("n", 1L)));
    }

    @Test
    void large_whole_numbers_stay_apart() {
        long beyondDouble = (1L << 53) + 1;
        assertThat(KeyWriter.of(beyondDouble)).isNotEqualTo(KeyWriter.of(beyondDouble - 1));
        assertThat(KeyWriter.of(Long.MAX_VALUE)).isGreaterThan(KeyWriter.of(Long.MAX_VALUE - 1));
        assertThat(KeyWriter.of(Long.MIN_VALUE)).isLessThan(KeyWriter.of(Long.MIN_VALUE + 1));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> longs = Arbitraries.longs().map(value -> value);
        Arbitrary<Object> ints = Arbitraries.integers().map(value -> value);
        Arbitrary<Object> halves = Arbitraries.integers().between(-100, 100).map(value -> value / 2.0);
        Arbitrary<Object> texts = Arbitraries.strings().ofMaxLength(6).map(value -> value);
        Arbitrary<Object> shortTexts =
                Arbitraries.strings().withChars("a\u0000b").ofMaxLength(3).map(value -> value);
        Arbitrary<Object> dates = Arbitraries.longs()
                .between(-10_000_000_000_000L, 10_000_000_000_000L)
                .map(Instant::ofEpochMilli);
        Arbitrary<Object> ids =
                Arbitraries.bytes().array(byte[].class).ofSize(12).map(ObjectId::new);
        Arbitrary<Object> uuids = Arbitraries.longs().tuple2().map(both -> new UUID(both.get1(), both.get2()));
        Arbitrary<Object> others = Arbitraries.of(true, false, Missing.getInstance(), new Document());
        Arbitrary<Object> documents = Arbitraries.integers()
                .between(0, 3)
                .map(i -> i % 2 == 0 ? new Document("a", i) : new Document("a", i).append("b", "x"));
        return Arbitraries.oneOf(longs, ints, halves, texts, shortTexts, dates, ids, uuids, others, documents);
    }
}
