package org.nxsi.enrollment.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.nxsi.platform.identity.AreaCode;

class RecordNumberTest {

    @Property
    void what_is_written_is_read_and_one_wrong_digit_is_noticed(
            @ForAll @IntRange(max = 999_999_999) int serial,
            @ForAll @IntRange(max = 26) int place,
            @ForAll @CharRange(from = '0', to = '9') char digit) {
        String written = new RecordNumber(AreaCode.parse("640104"), LocalDate.of(2020, 2, 10), serial).toString();
        String changed = written.substring(0, place) + digit + written.substring(place + 1);

        assertThat(RecordNumber.read(written)).isPresent();
        assertThat(RecordNumber.read(changed).isPresent()).isEqualTo(changed.equals(written));
    }

    @Property
    void a_code_is_matched_however_it_is_typed_and_no_other_is(@ForAll String typed) {
        String code = VerificationCode.fresh();

        assertThat(VerificationCode.matches(code, code.replace("-", " ").toLowerCase(Locale.ROOT)))
                .isTrue();
        assertThat(VerificationCode.matches(code, code.replace('0', 'o').replace('1', 'l')))
                .isTrue();
        assertThat(VerificationCode.matches(code, typed)).isFalse();
        assertThat(VerificationCode.matches(code, VerificationCode.fresh())).isFalse();
        assertThat(VerificationCode.matches(code, null)).isFalse();
    }
}
