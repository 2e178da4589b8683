package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

    private static final SocialNumber NUMBER = SocialNumber.parse("640104196002290011");

    @Test
    void the_same_person_has_the_same_id_under_the_same_key_only() {
        assertThat(PersonId.of("key", NUMBER)).isEqualTo(PersonId.of("key", NUMBER));
        assertThat(PersonId.of("key", NUMBER)).isNotEqualTo(PersonId.of("other", NUMBER));
        assertThat(PersonId.of("key", NUMBER))
                .isNotEqualTo(PersonId.of("key", SocialNumber.parse("64030319651231003X")));
    }

    @Test
    void the_id_is_the_base32_of_the_first_16_bytes_of_the_hmac() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("nxsi-demo-person-id-key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] digest = mac.doFinal("person|640104196002290011".getBytes(StandardCharsets.UTF_8));

        assertThat(bytesOf(PersonId.of("nxsi-demo-person-id-key", NUMBER).value()))
                .isEqualTo(HexFormat.of().formatHex(Arrays.copyOf(digest, 16)));
    }

    @Test
    void an_empty_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PersonId.of("", NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "aaaaaaaaaaaaaaaaaaaaaaaaab",
                "AAAAAAAAAAAAAAAAAAAAAAAAAA",
                "1aaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void another_text_is_no_person_id(String text) {
        assertThatExceptionOfType(InvalidIdentifier.class).isThrownBy(() -> PersonId.parse(text));
    }

    private static String bytesOf(String base32) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < base32.length(); i++) {
            int rank = "abcdefghijklmnopqrstuvwxyz234567".indexOf(base32.charAt(i));
            bits.append(String.format("%5s", Integer.toBinaryString(rank)).replace(' ', '0'));
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 128; i += 4) {
            hex.append(Character.forDigit(Integer.parseInt(bits.substring(i, i + 4), 2), 16));
        }
        return hex.toString();
    }
}
