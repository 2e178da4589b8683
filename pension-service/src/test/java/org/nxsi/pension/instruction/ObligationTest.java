package org.nxsi.pension.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ObligationTest {

    @Test
    void a_re_issue_is_named_after_the_first_instruction_and_counts_the_attempts() {
        String first = Obligation.pension("payee", "110", "2020-03").key();
        String second = Obligation.reissueKey(first);
        String third = Obligation.reissueKey(second);
        assertThat(second).isEqualTo(first + "/r1");
        assertThat(third).isEqualTo(first + "/r2");
        assertThat(Obligation.firstKey(third)).isEqualTo(first);
        assertThat(Obligation.attempt(first)).isZero();
        assertThat(Obligation.attempt(third)).isEqualTo(2);
        assertThat(Obligation.returnedKey(third)).isEqualTo(second);
        assertThat(Obligation.returnedKey(second)).isEqualTo(first);
        assertThat(Obligation.returnedKey(first)).isNull();
    }

    @Test
    void a_decision_whose_number_looks_like_a_re_issue_is_none() {
        String key = new Obligation("payee", "110", "FUNERAL", "2020/r7", 1).key();
        assertThat(Obligation.attempt(key)).isZero();
        assertThat(Obligation.firstKey(key)).isEqualTo(key);
        assertThat(Obligation.reissueKey(key)).isEqualTo(key + "/r1");
    }

    @Test
    void an_obligation_has_one_name_for_ever() {
        assertThat(Obligation.pension("abc", "110", "2020-03").key()).isEqualTo("abc|110|PENSION|2020-03|1");
    }

    @Test
    void a_payee_id_with_a_bar_could_be_taken_for_another_obligation_and_is_refused() {
        assertThatThrownBy(() -> Obligation.pension("a|b", "110", "2020-03"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The first 160 bits of SHA-256("abc|110|PENSION|2020-03|1") in RFC 4648 base32, worked out with coreutils. */
    @Test
    void the_end_to_end_id_is_the_base32_of_the_keys_sha_256() {
        assertThat(Obligation.endToEndId("abc|110|PENSION|2020-03|1")).isEqualTo("S24HC6EIHOJINAY4F2MEK2C6TUDXHBQR");
    }

    @Property
    void an_end_to_end_id_fits_iso_20022_and_never_changes(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String payee) {
        String key = Obligation.pension(payee, "110", "2020-03").key();
        assertThat(Obligation.endToEndId(key))
                .matches("[A-Z2-7]{32}")
                .isEqualTo(Obligation.endToEndId(key))
                .isNotEqualTo(Obligation.endToEndId(key + "/r1"));
    }
}
