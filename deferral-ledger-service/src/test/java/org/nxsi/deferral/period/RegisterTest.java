package org.nxsi.deferral.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.AreaCode;

class RegisterTest {

    private static final AreaCode NINGXIA = AreaCode.NINGXIA;
    private static final AreaCode YINCHUAN = AreaCode.parse("640100");
    private static final AreaCode XINGQING = AreaCode.parse("640104");
    private static final AreaCode SHIZUISHAN = AreaCode.parse("640200");
    private static final Instant NOON = Instant.parse("2020-02-10T04:00:00Z");

    @Test
    void an_area_has_its_own_period_or_that_of_the_nearest_area_above() {
        Register register = Register.empty().with(open("EP-640100-1", YINCHUAN, "2020-01-23"));

        assertThat(register.inForce(YINCHUAN, day("2020-02-01"))).isPresent();
        assertThat(register.inForce(XINGQING, day("2020-02-01"))).isPresent();
        assertThat(register.inForce(SHIZUISHAN, day("2020-02-01"))).isEmpty();
        assertThat(register.inForce(NINGXIA, day("2020-02-01"))).isEmpty();
    }

    @Test
    void the_first_day_and_the_day_of_lifting_belong_to_the_period() {
        Register register = Register.empty().with(lifted("EP-640100-1", YINCHUAN, "2020-01-23", "2020-06-30"));

        assertThat(register.inForce(YINCHUAN, day("2020-01-22"))).isEmpty();
        assertThat(register.inForce(YINCHUAN, day("2020-01-23"))).isPresent();
        assertThat(register.inForce(YINCHUAN, day("2020-06-30"))).isPresent();
        assertThat(register.inForce(YINCHUAN, day("2020-07-01"))).isEmpty();
    }

    @Test
    void what_is_only_proposed_is_in_force_for_nobody_and_still_in_the_way_of_others() {
        Register register = Register.empty().with(proposed("EP-640100-1", YINCHUAN, "2020-01-23"));

        assertThat(register.inForce(YINCHUAN, day("2020-02-01"))).isEmpty();
        assertThat(register.inTheWayOf("EP-640000-1", NINGXIA, terms("2020-02-01")))
                .isPresent();
    }

    @Test
    void a_period_is_in_the_way_of_its_region_and_of_those_above_and_below_as_long_as_it_lasts() {
        Register register = Register.empty().with(lifted("EP-640100-1", YINCHUAN, "2020-01-23", "2020-06-30"));

        assertThat(register.inTheWayOf("EP-640100-2", YINCHUAN, terms("2020-06-30")))
                .isPresent();
        assertThat(register.inTheWayOf("EP-640000-1", NINGXIA, terms("2020-06-30")))
                .isPresent();
        assertThat(register.inTheWayOf("EP-640104-1", XINGQING, terms("2020-06-30")))
                .isPresent();
        assertThat(register.inTheWayOf("EP-640104-1", XINGQING, terms("2020-07-01")))
                .isEmpty();
        assertThat(register.inTheWayOf("EP-640200-1", SHIZUISHAN, terms("2020-02-01")))
                .isEmpty();
    }

    @Test
    void a_withdrawn_declaration_is_in_nobodys_way() {
        Period proposed = proposed("EP-640100-1", YINCHUAN, "2020-01-23");
        Register register = Register.empty()
                .with(proposed)
                .with(proposed.without(proposal(terms("2020-01-23")), "other", NOON, "误报"));

        assertThat(register.byId("EP-640100-1").orElseThrow().state()).isEqualTo(Period.State.REFUSED);
        assertThat(register.inTheWayOf("EP-640100-2", YINCHUAN, terms("2020-01-23")))
                .isEmpty();
        assertThat(register.nextId(YINCHUAN)).isEqualTo("EP-640100-2");
    }

    @Test
    void a_correction_supersedes_the_record_before_and_leaves_it_as_it_was() {
        Period lifted = lifted("EP-640100-1", YINCHUAN, "2020-01-23", "2020-06-30");
        Terms better = terms("2020-01-25").lifted(day("2020-07-15"), "示例〔2020〕10号");

        Period corrected = lifted.confirmed(
                new Proposal(3, PeriodRecord.Kind.CORRECTED, better, "日期有误", "one", NOON, "c"),
                "other",
                NOON,
                day("2020-07-16"));

        assertThat(corrected.records()).startsWith(lifted.records().toArray(PeriodRecord[]::new));
        assertThat(corrected.recordNumber()).isEqualTo(lifted.recordNumber() + 1);
        assertThat(corrected.terms()).isEqualTo(better);
    }

    @Test
    void nobody_can_lift_a_period_before_its_first_day() {
        Terms declared = terms("2020-01-23");

        assertThatThrownBy(() -> declared.lifted(day("2020-01-22"), "示例〔2020〕9号"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever is declared in whatever order: where the register lets it stand, no area has two periods on a day. */
    @Property(tries = 200)
    void no_area_ever_has_two_periods_on_a_day(@ForAll("declarations") List<Period> wanted) {
        Register register = Register.empty();
        for (Period each : wanted) {
            String id = register.nextId(each.region());
            if (register.inTheWayOf(id, each.region(), each.terms()).isEmpty()) {
                register = register.with(
                        new Period(id, each.region(), each.state(), each.terms(), each.records(), null, List.of(), 1));
            }
        }
        for (AreaCode area : AreaCode.all()) {
            for (LocalDate on = day("2020-01-01"); on.isBefore(day("2020-04-10")); on = on.plusDays(1)) {
                LocalDate today = on;
                long inForce = register.periods().stream()
                        .filter(each -> each.region().contains(area) && each.isInForceOn(today))
                        .count();
                assertThat(inForce).isLessThanOrEqualTo(1);
                assertThat(register.inForce(area, today).isPresent()).isEqualTo(inForce == 1);
            }
        }
    }

    @Provide
    Arbitrary<List<Period>> declarations() {
        Arbitrary<AreaCode> regions =
                Arbitraries.of(AreaCode.all().stream().filter(NINGXIA::contains).toList());
        Arbitrary<Integer> first = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> length = Arbitraries.integers().between(-1, 30);
        return Combinators.combine(regions, first, length)
                .as((region, from, days) -> {
                    LocalDate begin = day("2020-01-01").plusDays(from);
                    return days < 0
                            ? open("EP-x", region, begin.toString())
                            : lifted(
                                    "EP-x",
                                    region,
                                    begin.toString(),
                                    begin.plusDays(days).toString());
                })
                .list()
                .ofMaxSize(30);
    }

    private static Period proposed(String id, AreaCode region, String from) {
        return Period.proposed(id, region, proposal(terms(from)));
    }

    private static Period open(String id, AreaCode region, String from) {
        return proposed(id, region, from).confirmed(proposal(terms(from)), "other", NOON, day("2020-02-10"));
    }

    private static Period lifted(String id, AreaCode region, String from, String on) {
        Terms terms = terms(from).lifted(day(on), "示例〔2020〕9号");
        return open(id, region, from)
                .confirmed(
                        new Proposal(2, PeriodRecord.Kind.LIFTED, terms, null, "one", NOON, "b"),
                        "other",
                        NOON,
                        day("2020-07-01"));
    }

    private static Proposal proposal(Terms terms) {
        return new Proposal(1, PeriodRecord.Kind.DECLARED, terms, null, "one", NOON, "a");
    }

    private static Terms terms(String from) {
        return Terms.declared(day(from), "示例〔2020〕1号");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
