package org.nxsi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({"李明,*明", "王小明,*小明", "欧,*", "𠮷小明,*小明", "买买提·艾力,*·艾力", "JOHN SMITH,* SMITH", "'',''"})
    void a_name_hides_its_first_part(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @Test
    void numbers_keep_their_ends_only() {
        assertThat(Masking.socialNumber("640104196002290011")).isEqualTo("6401**********0011");
        assertThat(Masking.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.bankAccount("6222021234561234")).isEqualTo("****1234");
        assertThat(Masking.card("B00000019")).isEqualTo("B0****19");
        assertThat(Masking.personId("abcdefghijklmnopqrstuvwxya")).isEqualTo("abcd****ya");
    }

    @Property
    void a_text_too_short_to_be_masked_in_part_is_masked_as_a_whole(@ForAll String text) {
        if (text.length() <= 8) {
            assertThat(Masking.socialNumber(text)).isEqualTo("****");
        }
        if (text.length() <= 4) {
            assertThat(Masking.bankAccount(text)).isEqualTo("****");
            assertThat(Masking.card(text)).isEqualTo("****");
        }
    }
}
