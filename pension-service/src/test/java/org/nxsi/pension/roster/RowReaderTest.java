package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.web.ProblemException;

class RowReaderTest {

    private static final int ROW_LIMIT = 12;

    @Property
    void rows_are_the_same_however_the_bytes_arrive(
            @ForAll("rows") List<String> rows, @ForAll @IntRange(min = 1, max = 7) int portion) throws IOException {
        byte[] file = (String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);

        RowReader reader = new RowReader(new Trickle(file, portion), 1_000_000, ROW_LIMIT);

        List<String> read = new ArrayList<>();
        while (reader.next()) {
            boolean tooLong = rows.get(reader.number() - 1).getBytes(StandardCharsets.UTF_8).length > ROW_LIMIT;
            assertThat(reader.isTooLong()).isEqualTo(tooLong);
            read.add(tooLong ? rows.get(reader.number() - 1) : new String(reader.copy(), StandardCharsets.UTF_8));
        }
        assertThat(read).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.strings()
                .withChars("a,王\"")
                .ofMaxLength(14)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Test
    void the_last_row_needs_no_line_break() throws IOException {
        RowReader reader = reader("one\ntwo", 100);

        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(reader.copy()).asString().isEqualTo("two");
        assertThat(reader.next()).isFalse();
    }

    @Test
    void a_file_over_the_limit_is_refused_without_reading_on() {
        RowReader reader = reader("0123456789\n".repeat(10), 50);

        assertThatThrownBy(() -> {
                    while (reader.next()) {
                        reader.length();
                    }
                })
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("roster-too-large"));
    }

    @Test
    void the_digest_covers_the_whole_file() throws IOException {
        RowReader read = reader("a\nb\n", 100);
        while (read.next()) {
            read.length();
        }
        RowReader skipped = reader("a\nb\n", 100);
        skipped.skipRest();

        assertThat(read.digest()).isEqualTo(skipped.digest());
        assertThat(read.received_bytes()).isEqualTo(4);
    }

    private static RowReader reader(String file, long limit_bytes) {
        return new RowReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), limit_bytes, ROW_LIMIT);
    }

    /** Gives a few bytes at a time, as a network may. */
    private static final class Trickle extends InputStream {

        private final ByteArrayInputStream bytes;
        private final int portion;

        Trickle(byte[] file, int portion) {
            this.bytes = new ByteArrayInputStream(file);
            this.portion = portion;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, portion));
        }
    }
}
