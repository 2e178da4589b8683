package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

class RowCheckTest {

    private static final List<String> GOOD = List.of(
            "64030319651231003X",
            "张明·阿依",
            "640303",
            "170",
            "2026-01",
            "103.00",
            "88.82",
            "0.00",
            "0.00",
            "403",
            "62170012345678901",
            "张明•阿依",
            "2021-06-30",
            "正常");

    private final RowCheck check = new RowCheck(AreaCode.NINGXIA, Set.of("102", "403"), Fen.ofYuan("100000.00"));

    @Test
    void a_good_row_is_read_into_values() {
        CheckedRow checked = check.check(7, GOOD);

        assertThat(checked).isInstanceOfSatisfying(CheckedRow.Good.class, good -> {
            assertThat(good.row().row()).isEqualTo(7);
            assertThat(good.row().components().total()).isEqualTo(Fen.ofYuan("191.82"));
            assertThat(good.row().account().holder()).isEqualTo("张明·阿依");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "社会保障号码, 640303196512310031, social-number-check-digit",
        "社会保障号码, 64030319651331003X, social-number-date",
        "社会保障号码, =6403031965123100, social-number-length",
        "姓名, '', person-name-empty",
        "姓名, =HYPERLINK(1), formula-like",
        "姓名, @SUM, formula-like",
        "姓名, ＋1, formula-like",
        "参保地, 110000, area-code-unknown",
        "参保地, 100000, area-code-unknown",
        "险种, 310, scheme-unknown",
        "险种, =110, scheme-unknown",
        "待遇开始年月, 2020-13, month-format",
        "待遇开始年月, 202001, month-format",
        "基础养老金, -1.00, amount-negative",
        "基础养老金, 1, amount-format",
        "基础养老金, 1.5, amount-format",
        "个人账户养老金, '1,000.00', amount-format",
        "过渡性养老金, =1.00, amount-format",
        "补贴, 100000.01, amount-too-large",
        "补贴, 99999999999999999.00, amount-format",
        "银行行别, 999, bank-unknown",
        "银行账号, 6217-0012345, bank-account-characters",
        "银行账号, 12, bank-account-length",
        "户名, ' ', person-name-empty",
        "资格认证有效期, 2020-02-30, date-format",
        "资格认证有效期, 2020/12/31, date-format"
    })
    void a_wrong_cell_is_named(String column, String text, String code) {
        List<String> cells = new ArrayList<>(GOOD);
        cells.set(Column.titles(14).indexOf(column), text);

        assertThat(check.check(7, cells))
                .isInstanceOfSatisfying(
                        CheckedRow.Bad.class,
                        bad -> assertThat(bad.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.row()).isEqualTo(7);
                            assertThat(fault.field()).isEqualTo(column);
                            assertThat(fault.code()).isEqualTo(code);
                        }));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        List<String> cells = new ArrayList<>(GOOD);
        cells.set(Column.SCHEME.ordinal(), "999");
        cells.set(Column.BANK.ordinal(), "000");

        assertThat(check.check(7, cells))
                .isInstanceOfSatisfying(
                        CheckedRow.Bad.class,
                        bad -> assertThat(bad.faults())
                                .extracting(RowFault::code)
                                .containsExactly("scheme-unknown", "bank-unknown"));
    }

    @Test
    void an_agency_names_persons_of_its_own_area_alone() {
        RowCheck guyuan = new RowCheck(AreaCode.parse("640400"), Set.of("403"), Fen.ofYuan("1000.00"));

        assertThat(guyuan.check(7, GOOD))
                .isInstanceOfSatisfying(
                        CheckedRow.Bad.class,
                        bad -> assertThat(bad.faults())
                                .extracting(RowFault::code)
                                .containsExactly("area-outside-agency"));
    }

    @Test
    void an_account_that_no_card_has_is_no_fault() {
        CheckedRow.Good good = (CheckedRow.Good) check.check(7, GOOD);

        assertThat(good.row().isAccountUnusual()).isTrue();
    }

    @Property
    void any_text_at_all_is_checked_without_an_exception(@ForAll("cells") List<String> cells) {
        assertThat(check.check(2, cells)).isNotNull();
    }

    @Property
    void no_fault_repeats_what_stands_in_the_row(@ForAll("cells") List<String> cells) {
        if (check.check(2, cells) instanceof CheckedRow.Bad(List<RowFault> faults)) {
            assertThat(faults)
                    .allSatisfy(fault -> assertThat(cells)
                            .filteredOn(cell -> cell.length() > 6)
                            .noneMatch(cell -> fault.message().contains(cell)));
        }
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20), Arbitraries.of(GOOD))
                .list()
                .ofSize(13);
    }

    @Property
    void a_good_row_survives_its_way_through_a_chunk(
            @ForAll("amounts") String basic, @ForAll("names") String name, @ForAll("names") String holder) {
        List<String> cells = new ArrayList<>(GOOD);
        cells.set(Column.BASIC.ordinal(), basic);
        cells.set(Column.NAME.ordinal(), name);
        cells.set(Column.HOLDER.ordinal(), holder);
        RosterRow row = ((CheckedRow.Good) check.check(7, cells)).row();
        StringBuilder lines = new StringBuilder();
        row.writeTo(lines);
        row.writeTo(lines);

        assertThat(RowsOfChunk.of("import|000000", lines).rows()).containsExactly(row, row);
    }

    @Provide
    Arbitrary<String> amounts() {
        return Arbitraries.longs().between(0, 10_000_000).map(fen -> Fen.of(fen).toString());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("王明", "马 · 穆 罕", "𠮷野家", "Anna Maria Ø", "㐂", "\uE863", "欧阳\u3000娜娜");
    }
}
