package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BankAccountTest {

    @ParameterizedTest
    @CsvSource({
        "4111111111111111,true",
        "4111111111111112,false",
        "640111010200000001,false",
        "0000000000000000000,true"
    })
    void the_card_sum_warns_but_never_refuses(String number, boolean card) {
        assertThat(BankAccount.parse(number).looksLikeCard()).isEqualTo(card);
    }

    @Test
    void a_short_or_a_very_long_number_is_no_card() {
        assertThat(BankAccount.parse("00000000").looksLikeCard()).isFalse();
        assertThat(BankAccount.parse("0".repeat(32)).looksLikeCard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567,bank-account-length",
        "123456789012345678901234567890123,bank-account-length",
        "6222 0212 3456,bank-account-characters",
        "62220212-3456,bank-account-characters",
        "６２２２０２１２,bank-account-characters",
    })
    void a_wrong_number_is_refused(String text, String code) {
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> BankAccount.parse(text))
                .matches(refusal -> refusal.code().equals(code));
    }

    @Test
    void it_prints_masked_and_travels_in_full() {
        BankAccount account = BankAccount.parse("640111010200001234");
        JsonMapper json = JsonMapper.builder().build();

        assertThat(account).hasToString("****1234");
        assertThat(json.writeValueAsString(account)).isEqualTo("\"640111010200001234\"");
        assertThat(json.readValue("\"640111010200001234\"", BankAccount.class)).isEqualTo(account);
    }
}
