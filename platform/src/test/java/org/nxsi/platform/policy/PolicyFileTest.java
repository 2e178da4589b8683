package org.nxsi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static final String GOOD = """
            policies:
              - key: demo.rate
                region: "640000"
                scheme: ["110", "120"]
                valid_from: 2020-01-01
                valid_to: 2020-12-31
                published_on: 2019-12-01
                value: 0.5
                unit: ratio
                doc_no: 示例〔2020〕1号
                provenance: made up
                status: official
            """;

    @Test
    void one_entry_can_hold_for_several_schemes() {
        assertThat(PolicyFile.read("good.yaml", GOOD, 0))
                .extracting(PolicyEntry::scheme)
                .containsExactly("110", "120");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: ratio|units: ratio|line 9: unknown field units",
                "unit: ratio|unit:|line 9: unit is needed",
                "unit: ratio|key: demo.other|line 9: field key is there twice",
                "    unit: ratio||line 2: field unit is needed",
                "2020-01-01|2020-02-30|line 5: valid_from is not a date",
                "2020-01-01|1.1.2020|line 5: valid_from is not a date",
                "2020-01-01|null|line 5: valid_from is needed",
                "2020-12-31|2019-12-31|line 6: valid_to is before valid_from",
                "640000|640999|line 3: region 640999 is not a listed area",
                "'[\"110\", \"120\"]'|pension|line 4: scheme is a code",
                "official|guessed|line 12: status is",
                "'0.5'|null|line 8: a null value names the missing document",
                "'0.5'||line 8: an unknown value is written null",
                "'0.5'|[1, a]|line 8: lists and tables hold decimal numbers",
                "'0.5'|'{a: 1, a: 2}'|line 8: each row of a table has a name of its own",
                "'0.5'|'{a: 1_000}'|line 8: lists and tables hold decimal numbers",
                "demo.rate|Rate|line 2: key has the wrong form",
                "doc_no: 示例〔2020〕1号|doc_no: null|line 12: only a known value with a doc_no can be official",
                "provenance: made up|provenance: [a]|line 11: provenance is a text",
                "policies:|policy:|line 1: the file has exactly one list",
                "'  - key'|'    key'|line 1: the file has exactly one list",
                "'\"640000\"'|'\"640000'|no YAML",
            })
    void what_cannot_be_meant_is_refused_with_its_line(String part, String wrong, String message) {
        String bad = GOOD.replace(part, wrong == null ? "" : wrong);

        assertThat(bad).isNotEqualTo(GOOD);
        assertThatExceptionOfType(PolicyFileInvalid.class)
                .isThrownBy(() -> PolicyFile.read("bad.yaml", bad, 0))
                .withMessageContaining("bad.yaml line")
                .withMessageContaining(message);
    }

    @Test
    void an_entry_that_is_no_mapping_and_an_empty_file_are_refused() {
        assertThatExceptionOfType(PolicyFileInvalid.class)
                .isThrownBy(() -> PolicyFile.read("bad.yaml", "policies:\n  - demo\n", 0))
                .withMessage("bad.yaml line 2: an entry is a mapping");
        assertThatExceptionOfType(PolicyFileInvalid.class)
                .isThrownBy(() -> PolicyFile.read("bad.yaml", "", 0))
                .withMessage("bad.yaml: the file is empty");
    }

    @Test
    void the_same_publication_cannot_say_two_things_about_one_day() {
        String twice = GOOD
                + GOOD.replace("policies:\n", "")
                        .replace("2020-01-01", "2020-07-01")
                        .replace("2020-12-31", "2021-12-31");

        assertThatExceptionOfType(PolicyFileInvalid.class)
                .isThrownBy(() -> PolicyData.empty().with("twice.yaml", twice))
                .withMessageContaining("twice.yaml line 13")
                .withMessageContaining("demo.rate contradicts twice.yaml line 2");
    }

    @Test
    void two_entries_of_unknown_publication_that_start_together_contradict_too() {
        String unpublished = GOOD.replace("published_on: 2019-12-01", "published_on: null");
        String twice = unpublished + unpublished.replace("policies:\n", "").replace("0.5", "0.6");

        assertThatExceptionOfType(PolicyFileInvalid.class)
                .isThrownBy(() -> PolicyData.empty().with("twice.yaml", twice));
    }

    @Property
    void no_text_does_anything_but_read_or_be_refused(@ForAll String text) {
        assertThatExceptionOfType(PolicyFileInvalid.class).isThrownBy(() -> PolicyFile.read("any", text, 0));
    }
}
