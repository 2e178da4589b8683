package org.nxsi.simulators.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void lines_are_found_again_by_their_places_and_in_their_order() throws IOException {
        Path file = folder.resolve("new/journal");
        try (Journal journal = Journal.open(file, (_, _) -> {})) {
            List<Journal.Place> places = journal.appendAll(List.of("一", "", "three"));
            assertThat(journal.read(places.getLast())).isEqualTo("three");
            assertThat(journal.readAt(places.getFirst().position(), 100)).isEqualTo("一");
        }
        assertThat(replayed(file)).containsExactly("一", "", "three");
    }

    @Test
    void a_line_is_one_line() throws IOException {
        try (Journal journal = Journal.open(folder.resolve("journal"), (_, _) -> {})) {
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append("two\nlines"));
        }
    }

    @Test
    void a_line_longer_than_the_buffer_is_replayed() throws IOException {
        Path file = folder.resolve("journal");
        String longLine = "x".repeat(3_000_000);
        try (Journal journal = Journal.open(file, (_, _) -> {})) {
            journal.appendAll(List.of("before", longLine, "after"));
        }
        assertThat(replayed(file)).containsExactly("before", longLine, "after");
    }

    @Test
    void damage_before_the_end_is_an_error_and_nothing_is_cut_off() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file, (_, _) -> {})) {
            journal.appendAll(List.of("first", "second"));
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[10] ^= 1;
        Files.write(file, bytes);

        assertThatExceptionOfType(DamagedJournal.class).isThrownBy(() -> replayed(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void after_a_line_cut_off_the_next_one_stands_on_its_own() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file, (_, _) -> {})) {
            journal.append("first");
        }
        Files.writeString(file, "0000", StandardOpenOption.APPEND);

        try (Journal journal = Journal.open(file, (_, _) -> {})) {
            journal.append("second");
        }

        assertThat(replayed(file)).containsExactly("first", "second");
    }

    /** Whatever a crash leaves of the file, whole lines from the start are what comes back. */
    @Property(tries = 100)
    void a_file_cut_anywhere_gives_back_its_whole_lines(
            @ForAll @Size(max = 8) List<@StringLength(max = 20) String> texts, @ForAll @IntRange(max = 400) int cut)
            throws IOException {
        List<String> lines = texts.stream()
                .map(text -> text.replaceAll("[\n\ud800-\udfff]", ""))
                .toList();
        Path file = Files.createTempFile("journal", ".cut");
        try {
            try (Journal journal = Journal.open(file, (_, _) -> {})) {
                journal.appendAll(lines);
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, Math.min(cut, bytes.length)));

            List<String> left = replayed(file);

            assertThat(left).isEqualTo(lines.subList(0, left.size()));
            if (cut >= bytes.length) {
                assertThat(left).isEqualTo(lines);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> replayed(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Journal.open(file, (_, text) -> lines.add(text)).close();
        return lines;
    }
}
