package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nxsi.platform.identity.AreaCode.NATION;
import static org.nxsi.platform.identity.AreaCode.NINGXIA;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nxsi.platform.identity.AreaCode.Level;

class AreaCodeTest {

    private static final AreaCode YINCHUAN = AreaCode.parse("640100");
    private static final AreaCode XINGQING = AreaCode.parse("640104");

    @Test
    void ningxia_has_5_cities_and_22_counties() {
        assertThat(AreaCode.all().stream().filter(area -> area.level() == Level.CITY))
                .hasSize(5);
        assertThat(AreaCode.all().stream().filter(area -> area.level() == Level.COUNTY))
                .hasSize(22);
        assertThat(AreaCode.all()).isSorted().contains(NATION, NINGXIA);
    }

    @Test
    void an_area_knows_its_names() {
        assertThat(XINGQING.areaName()).isEqualTo("兴庆区");
        assertThat(XINGQING.fullName()).isEqualTo("宁夏回族自治区银川市兴庆区");
        assertThat(NATION.fullName()).isEqualTo("中华人民共和国");
    }

    @Test
    void the_lineage_goes_up_to_the_nation() {
        assertThat(XINGQING.lineage()).containsExactly(XINGQING, YINCHUAN, NINGXIA, NATION);
    }

    @Test
    void an_area_contains_itself_and_what_lies_in_it_only() {
        assertThat(YINCHUAN.contains(XINGQING)).isTrue();
        assertThat(NINGXIA.contains(XINGQING)).isTrue();
        assertThat(XINGQING.contains(YINCHUAN)).isFalse();
        assertThat(YINCHUAN.contains(AreaCode.parse("640202"))).isFalse();
        assertThat(NINGXIA.contains(NATION)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.nxsi.platform.identity.AreaCode#all")
    void containing_is_the_same_as_being_in_the_lineage(AreaCode area) {
        for (AreaCode other : AreaCode.all()) {
            assertThat(area.contains(other)).isEqualTo(other.lineage().contains(area));
        }
    }

    @Test
    void an_area_that_is_not_listed_is_refused() {
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> AreaCode.parse("640199"))
                .matches(refusal -> refusal.code().equals("area-code-unknown"));
        assertThat(AreaCode.check(null)).isEqualTo(IdentifierProblem.AREA_CODE_UNKNOWN);
    }
}
