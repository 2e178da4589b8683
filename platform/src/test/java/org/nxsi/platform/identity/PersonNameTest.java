package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"买买提·艾力", "买买提\u2022艾力", "买买提\u30FB艾力", "买买提\u2027艾力", "买买提\uFF65艾力", "买买提 · 艾力", " 买买提·艾力\u3000"
            })
    void every_middle_dot_is_the_same_dot(String written) {
        assertThat(PersonName.parse(written)).isEqualTo(PersonName.parse("买买提·艾力"));
    }

    @ParameterizedTest
    @CsvSource({
        "张　三,张三",
        "张 三,张三",
        "ＪＯＨＮ　ＳＭＩＴＨ,JOHN SMITH",
        "JOHN   SMITH,JOHN SMITH",
        "张三（大）,张三(大)",
        "𠮷田,𠮷田",
    })
    void width_and_blanks_do_not_make_another_name(String written, String value) {
        assertThat(PersonName.parse(written).value()).isEqualTo(value);
        assertThat(PersonName.parse(written).sameAs(PersonName.parse(value))).isTrue();
    }

    @Test
    void a_forgotten_blank_is_still_the_same_name() {
        assertThat(PersonName.parse("JOHN SMITH").sameAs(PersonName.parse("JOHNSMITH")))
                .isTrue();
    }

    @Test
    void another_name_stays_another_name() {
        assertThat(PersonName.parse("张三").sameAs(PersonName.parse("张叁"))).isFalse();
        assertThat(PersonName.parse("买买提·艾力").sameAs(PersonName.parse("买买提艾力"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'',person-name-empty", "'　 ',person-name-empty", "张\u0007三,person-name-characters"})
    void what_is_no_name_is_refused(String text, String code) {
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> PersonName.parse(text))
                .matches(refusal -> refusal.code().equals(code));
    }

    @Test
    void a_name_has_an_end() {
        assertThat(PersonName.check("张".repeat(60))).isNull();
        assertThat(PersonName.check("张".repeat(61))).isEqualTo(IdentifierProblem.PERSON_NAME_LENGTH);
    }

    @Test
    void a_broken_character_is_refused() {
        assertThat(PersonName.check("张\uD842")).isEqualTo(IdentifierProblem.PERSON_NAME_CHARACTERS);
        assertThat(PersonName.check("张\uFFFD")).isEqualTo(IdentifierProblem.PERSON_NAME_CHARACTERS);
    }

    @Test
    void it_prints_masked_and_travels_in_full() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(PersonName.parse("王小明")).hasToString("*小明");
        assertThat(json.writeValueAsString(PersonName.parse("王小明"))).isEqualTo("\"王小明\"");
        assertThat(json.readValue("\"王小明\"", PersonName.class)).isEqualTo(PersonName.parse("王小明"));
    }

    @Property
    void what_is_normalised_once_stays_as_it_is(@ForAll @StringLength(max = 20) String text) {
        if (PersonName.check(text) == null) {
            PersonName name = PersonName.parse(text);

            assertThat(PersonName.parse(name.value())).isEqualTo(name);
        }
    }
}
