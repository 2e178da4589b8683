package org.nxsi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyUnknown.Reason;

class PolicyDataTest {

    private static final AreaCode XINGQING = AreaCode.parse("640104");
    private static final AreaCode YINCHUAN = AreaCode.parse("640100");
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);

    private static final String ENTRY = """
              - key: demo.rate
                region: "%s"
                scheme: %s
                valid_from: %s
                valid_to: %s
                published_on: %s
                value: %s
                unit: ratio
                doc_no: 示例〔2020〕1号
                provenance: made up for this test
                status: %s
                missing: %s
            """;

    @Test
    void the_nearest_area_decides() {
        PolicyData data = data(
                entry("100000", "all", "2020-01-01", "1"),
                entry("640000", "all", "2020-01-01", "2"),
                entry("640100", "all", "2020-01-01", "3"));

        assertThat(rate(data, XINGQING, MARCH)).isEqualTo("3");
        assertThat(rate(data, AreaCode.parse("640202"), MARCH)).isEqualTo("2");
        assertThat(rate(data, AreaCode.NATION, MARCH)).isEqualTo("1");
    }

    @Test
    void the_schemes_own_entry_decides_before_the_one_for_all() {
        PolicyData data =
                data(entry("640000", "all", "2020-01-01", "1"), entry("640000", "\"110\"", "2020-01-01", "2"));

        assertThat(rate(data, XINGQING, MARCH)).isEqualTo("2");
        assertThat(data.find("demo.rate", XINGQING, "170", MARCH).decimal()).isEqualByComparingTo("1");
    }

    @Test
    void the_nearest_area_decides_even_if_only_for_all_schemes() {
        PolicyData data =
                data(entry("100000", "\"110\"", "2020-01-01", "1"), entry("640000", "all", "2020-01-01", "2"));

        assertThat(rate(data, XINGQING, MARCH)).isEqualTo("2");
    }

    @Test
    void a_value_holds_from_its_first_to_its_last_day() {
        PolicyData data =
                data(ENTRY.formatted("640000", "all", "2020-02-01", "2020-03-31", "null", "1", "unverified", "null"));

        assertThat(rate(data, XINGQING, LocalDate.of(2020, 2, 1))).isEqualTo("1");
        assertThat(rate(data, XINGQING, LocalDate.of(2020, 3, 31))).isEqualTo("1");
        assertRefused(data, LocalDate.of(2020, 1, 31), Reason.NO_ENTRY);
        assertRefused(data, LocalDate.of(2020, 4, 1), Reason.NO_ENTRY);
    }

    @Test
    void a_later_start_supersedes_and_the_old_value_stays_for_its_time() {
        PolicyData data = data(entry("640000", "all", "2019-01-01", "1"), entry("640000", "all", "2020-03-01", "2"));

        assertThat(rate(data, XINGQING, LocalDate.of(2020, 2, 29))).isEqualTo("1");
        assertThat(rate(data, XINGQING, MARCH)).isEqualTo("2");
    }

    @Test
    void for_the_same_validity_the_later_publication_wins() {
        PolicyData data = data(published("2019-12-01", "1"), published("2020-06-01", "2"));

        assertThat(rate(data, XINGQING, MARCH)).isEqualTo("2");
    }

    @Test
    void a_decision_of_that_time_knows_only_what_was_published() {
        PolicyData data = data(published("2019-12-01", "1"), published("2020-06-01", "2"));

        PolicyValue then = data.find("demo.rate", XINGQING, "110", MARCH, LocalDate.of(2020, 5, 31));

        assertThat(then.decimal()).isEqualByComparingTo("1");
        assertThat(data.find("demo.rate", XINGQING, "110", MARCH, LocalDate.of(2020, 6, 1))
                        .decimal())
                .isEqualByComparingTo("2");
    }

    @Test
    void a_value_whose_publication_is_not_known_cannot_answer_what_was_known_when() {
        PolicyData data = data(entry("640000", "all", "2020-01-01", "1"));

        assertThatExceptionOfType(PolicyUnknown.class)
                .isThrownBy(() -> data.find("demo.rate", XINGQING, "110", MARCH, MARCH))
                .matches(refusal -> refusal.reason() == Reason.PUBLICATION_NOT_KNOWN)
                .withMessageContaining("示例〔2020〕1号");
    }

    @Test
    void an_unknown_value_refuses_and_names_everything_needed() {
        PolicyData data = data(
                entry("100000", "all", "2020-01-01", "1"),
                ENTRY.formatted("640000", "all", "2020-01-01", "null", "null", "null", "unverified", "某某文件"));

        assertThatExceptionOfType(PolicyUnknown.class)
                .isThrownBy(() -> data.find("demo.rate", XINGQING, "110", MARCH))
                .withMessage("policy demo.rate is not known for region 640104, scheme 110 on 2020-03-01: missing 某某文件")
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("policy-unknown");
                    assertThat(refusal.key()).isEqualTo("demo.rate");
                    assertThat(refusal.region()).isEqualTo("640104");
                    assertThat(refusal.scheme()).isEqualTo("110");
                    assertThat(refusal.date()).isEqualTo(MARCH);
                    assertThat(refusal.missing()).isEqualTo("某某文件");
                    assertThat(refusal.reason()).isEqualTo(Reason.NOT_KNOWN);
                });
        assertThat(data.gaps()).singleElement().matches(gap -> gap.missing().equals("某某文件"));
    }

    @Test
    void a_file_on_top_fills_a_gap_and_its_samples_can_be_told() {
        PolicyData base =
                data(ENTRY.formatted("640000", "all", "2020-01-01", "null", "null", "null", "unverified", "某某文件"));
        PolicyData demo = base.with(
                "demo.yaml",
                "policies:\n"
                        + ENTRY.formatted("640000", "all", "2020-01-01", "null", "null", "0.5", "sample", "null"));

        assertThat(rate(demo, XINGQING, MARCH)).isEqualTo("0.5");
        assertThat(demo.versions(PolicyStatus.SAMPLE)).hasSize(1);
        assertRefused(base, MARCH, Reason.NOT_KNOWN);
    }

    @Test
    void a_result_carries_the_version_it_used() {
        PolicyValue value = data(published("2019-12-01", "1")).find("demo.rate", XINGQING, "110", MARCH);

        assertThat(value.version())
                .isEqualTo(new PolicyVersion(
                        "demo.rate",
                        AreaCode.NINGXIA,
                        "all",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2019, 12, 1),
                        "示例〔2020〕1号",
                        PolicyStatus.UNVERIFIED));
        assertThat(value.provenance()).isEqualTo("made up for this test");
        assertThat(value.unit()).isEqualTo("ratio");
    }

    @Test
    void a_value_is_read_as_what_it_is() {
        assertThat(value("0.0005").decimal()).isEqualTo(new BigDecimal("0.0005"));
        assertThat(value("139").integer()).isEqualTo(139);
        assertThat(value("true").flag()).isTrue();
        assertThat(value("\"true\"").text()).isEqualTo("true");
        assertThat(value("yes").text()).isEqualTo("yes");
        assertThat(value("1996-01").text()).isEqualTo("1996-01");
        assertThat(value("[100, 200]").list()).containsExactly(new BigDecimal(100), new BigDecimal(200));
        assertThat(value("{b: 1, a: 2.5}").table().keySet()).containsExactly("b", "a");
        assertThat(value("{b: 1, a: 2.5}").row("a")).isEqualTo("2.5");
    }

    @Test
    void an_amount_needs_a_unit_in_yuan() {
        PolicyData data = PolicyData.empty()
                .with(
                        "test",
                        "policies:\n"
                                + entry("640000", "all", "2020-01-01", "3357.1")
                                        .replace("unit: ratio", "unit: yuan-per-month"));

        assertThat(data.find("demo.rate", XINGQING, "110", MARCH).amount()).isEqualTo(Fen.ofYuan("3357.10"));
        assertThatIllegalStateException().isThrownBy(() -> value("1").amount()).withMessageContaining("demo.rate");
    }

    @Test
    void asking_for_another_type_is_a_fault_of_the_code() {
        assertThatIllegalStateException().isThrownBy(() -> value("1").flag());
        assertThatIllegalStateException().isThrownBy(() -> value("1").text());
        assertThatIllegalStateException().isThrownBy(() -> value("true").decimal());
        assertThatIllegalStateException().isThrownBy(() -> value("1").list());
        assertThatIllegalStateException()
                .isThrownBy(() -> value("{a: 1}").row("b"))
                .withMessageContaining("row b");
    }

    @Test
    void a_file_of_the_users_own_is_loaded_on_top_of_what_ships(@TempDir Path folder) throws Exception {
        Path extra = Files.writeString(
                folder.resolve("extra.yaml"), "policies:\n" + entry("640000", "all", "2020-01-01", "7"));

        PolicyData data = PolicyData.load(extra);

        assertThat(rate(data, XINGQING, MARCH)).isEqualTo("7");
        assertThat(data.find("pension.annuity_months", YINCHUAN, "110", MARCH).row("60"))
                .isEqualTo("139");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> PolicyData.load(folder.resolve("absent.yaml")))
                .withMessageContaining("absent.yaml");
    }

    private static String rate(PolicyData data, AreaCode region, LocalDate date) {
        return data.find("demo.rate", region, "110", date).decimal().toPlainString();
    }

    private static void assertRefused(PolicyData data, LocalDate date, Reason reason) {
        assertThatExceptionOfType(PolicyUnknown.class)
                .isThrownBy(() -> data.find("demo.rate", XINGQING, "110", date))
                .matches(refusal -> refusal.reason() == reason);
    }

    private static PolicyValue value(String yaml) {
        return data(entry("640000", "all", "2020-01-01", yaml)).find("demo.rate", XINGQING, "110", MARCH);
    }

    private static PolicyData data(String... entries) {
        return PolicyData.empty().with("test.yaml", "policies:\n" + String.join("", entries));
    }

    private static String entry(String region, String scheme, String from, String value) {
        return ENTRY.formatted(region, scheme, from, "null", "null", value, "unverified", "null");
    }

    private static String published(String on, String value) {
        return ENTRY.formatted("640000", "all", "2020-01-01", "null", on, value, "unverified", "null");
    }
}
