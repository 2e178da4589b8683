package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nxsi.platform.identity.IdentifierProblem.CREDIT_CODE_CHARACTERS;
import static org.nxsi.platform.identity.IdentifierProblem.CREDIT_CODE_CHECK_DIGIT;
import static org.nxsi.platform.identity.IdentifierProblem.CREDIT_CODE_LENGTH;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CreditCodeTest {

    private static final String CODE = "91640100MA7ABCD12N";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void a_code_is_read_in_small_letters_too() {
        assertThat(CreditCode.parse("91640100ma7abcd12n").value()).isEqualTo(CODE);
        assertThat(CreditCode.parse(CODE)).hasToString(CODE);
    }

    @Test
    void a_wrong_code_is_refused_with_what_is_wrong() {
        assertThat(CreditCode.check("91640100MA7ABCD12P")).isEqualTo(CREDIT_CODE_CHECK_DIGIT);
        assertThat(CreditCode.check("91640100MA7ABCD1ON")).isEqualTo(CREDIT_CODE_CHARACTERS);
        assertThat(CreditCode.check("91640100MA7ABCD12")).isEqualTo(CREDIT_CODE_LENGTH);
        assertThat(CreditCode.check(null)).isEqualTo(CREDIT_CODE_LENGTH);
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> CreditCode.parse("91640100MA7ABCD12P"))
                .matches(refusal -> refusal.code().equals("credit-code-check-digit"));
    }

    @Test
    void it_is_a_plain_json_string() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(CreditCode.parse(CODE))).isEqualTo('"' + CODE + '"');
        assertThat(json.readValue('"' + CODE + '"', CreditCode.class)).isEqualTo(CreditCode.parse(CODE));
    }

    @Property
    void one_wrong_character_is_always_noticed(
            @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(min = 1, max = 30) int by) {
        StringBuilder wrong = new StringBuilder(CODE);
        int rank = (ALPHABET.indexOf(CODE.charAt(place)) + by) % ALPHABET.length();
        wrong.setCharAt(place, ALPHABET.charAt(rank));

        assertThat(CreditCode.check(wrong.toString())).isEqualTo(CREDIT_CODE_CHECK_DIGIT);
    }

    @Property
    void no_text_makes_the_check_fail_instead_of_answering(@ForAll String text) {
        assertThat(CreditCode.check(text)).isNotNull();
    }
}
