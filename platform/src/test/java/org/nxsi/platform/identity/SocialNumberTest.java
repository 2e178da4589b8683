package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nxsi.platform.identity.IdentifierProblem.SOCIAL_NUMBER_AREA;
import static org.nxsi.platform.identity.IdentifierProblem.SOCIAL_NUMBER_CHARACTERS;
import static org.nxsi.platform.identity.IdentifierProblem.SOCIAL_NUMBER_CHECK_DIGIT;
import static org.nxsi.platform.identity.IdentifierProblem.SOCIAL_NUMBER_DATE;
import static org.nxsi.platform.identity.IdentifierProblem.SOCIAL_NUMBER_LENGTH;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SocialNumberTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"640104196002290011,1960-02-29,MALE", "64030319651231003X,1965-12-31,MALE"})
    void a_number_tells_birth_date_and_sex(String text, LocalDate birthDate, Sex sex) {
        SocialNumber number = SocialNumber.parse(text);

        assertThat(number.birthDate()).isEqualTo(birthDate);
        assertThat(number.sex()).isEqualTo(sex);
        assertThat(number.areaDigits()).isEqualTo(text.substring(0, 6));
    }

    @Test
    void an_even_sequence_number_is_female() {
        assertThat(SocialNumber.complete("64010419600229002").sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void a_small_x_is_written_large() {
        assertThat(SocialNumber.parse("64030319651231003x")).isEqualTo(SocialNumber.parse("64030319651231003X"));
        assertThat(SocialNumber.parse("64030319651231003x").value()).endsWith("X");
    }

    @Test
    void an_area_that_is_in_no_list_of_today_is_accepted() {
        assertThat(SocialNumber.complete("64219419500101001").areaDigits()).isEqualTo("642194");
    }

    @ParameterizedTest
    @CsvSource({
        "640104196002290012,SOCIAL_NUMBER_CHECK_DIGIT",
        "64010419600229001X,SOCIAL_NUMBER_CHECK_DIGIT",
        "640104196102290011,SOCIAL_NUMBER_DATE",
        "640104196013010011,SOCIAL_NUMBER_DATE",
        "640104196000010011,SOCIAL_NUMBER_DATE",
        "640104196001000011,SOCIAL_NUMBER_DATE",
        "640104000101010011,SOCIAL_NUMBER_DATE",
        "64010419600229001,SOCIAL_NUMBER_LENGTH",
        "640104600229001,SOCIAL_NUMBER_LENGTH",
        "6401041960022900110,SOCIAL_NUMBER_LENGTH",
        "'',SOCIAL_NUMBER_LENGTH",
        "64010419600229001Y,SOCIAL_NUMBER_CHARACTERS",
        "6401O4196002290011,SOCIAL_NUMBER_CHARACTERS",
        "６40104196002290011,SOCIAL_NUMBER_CHARACTERS",
        "040104196002290011,SOCIAL_NUMBER_AREA",
    })
    void a_wrong_number_is_refused_with_what_is_wrong(String text, IdentifierProblem problem) {
        assertThat(SocialNumber.check(text)).isEqualTo(problem);
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> SocialNumber.parse(text))
                .matches(refusal -> refusal.code().equals(problem.code()));
    }

    @Test
    void a_missing_number_has_the_wrong_length() {
        assertThat(SocialNumber.check(null)).isEqualTo(SOCIAL_NUMBER_LENGTH);
    }

    @Test
    void a_refusal_does_not_repeat_the_number() {
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> SocialNumber.parse("640104196002290012"))
                .withMessageNotContaining("64010419600229");
    }

    @Test
    void it_prints_masked_and_travels_in_full_as_a_plain_json_string() {
        SocialNumber number = SocialNumber.parse("640104196002290011");

        assertThat(number).hasToString("6401**********0011");
        assertThat(json.writeValueAsString(number)).isEqualTo("\"640104196002290011\"");
        assertThat(json.readValue("\"640104196002290011\"", SocialNumber.class)).isEqualTo(number);
    }

    @Property
    void every_real_date_makes_a_number_that_reads_back(@ForAll("numbers") SocialNumber number) {
        assertThat(SocialNumber.check(number.value())).isNull();
        assertThat(SocialNumber.parse(number.value())).isEqualTo(number);
    }

    @Property
    void one_wrong_digit_is_always_noticed(
            @ForAll("numbers") SocialNumber number,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = number.value().toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);

        assertThat(SocialNumber.check(new String(digits)))
                .isIn(SOCIAL_NUMBER_CHECK_DIGIT, SOCIAL_NUMBER_DATE, SOCIAL_NUMBER_AREA);
    }

    @Property
    void two_neighbours_swapped_are_always_noticed(
            @ForAll("numbers") SocialNumber number, @ForAll @IntRange(max = 15) int place) {
        char[] digits = number.value().toCharArray();
        char kept = digits[place];
        digits[place] = digits[place + 1];
        digits[place + 1] = kept;
        String swapped = new String(digits);

        if (!swapped.equals(number.value())) {
            assertThat(SocialNumber.check(swapped)).isNotNull();
        }
    }

    @Property
    void no_text_makes_the_check_fail_instead_of_answering(@ForAll String text) {
        assertThat(SocialNumber.check(text)).isIn(SOCIAL_NUMBER_LENGTH, SOCIAL_NUMBER_CHARACTERS);
    }

    @Provide
    Arbitrary<SocialNumber> numbers() {
        Arbitrary<LocalDate> births = Dates.dates().between(LocalDate.of(1900, 1, 1), LocalDate.of(2030, 12, 31));
        return Combinators.combine(
                        Arbitraries.integers().between(110000, 999999),
                        births,
                        Arbitraries.integers().between(0, 999))
                .as((area, birth, sequence) ->
                        SocialNumber.complete("%06d%tY%<tm%<td%03d".formatted(area, birth, sequence)));
    }
}
