package org.nxsi.baseline.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.nxsi.baseline.calculation.Beneficiary;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;

class RosterLineTest {

    @Test
    void a_line_of_the_roster_becomes_a_beneficiary_with_amounts_in_fen_and_an_opaque_payee() {
        SocialNumber number = SocialNumber.complete("64010419550112999");
        String line = String.join(
                ",",
                number.value(),
                "马国明",
                "640104",
                "110",
                "2015-02",
                "1200.01",
                "300.20",
                "60.00",
                "0.00",
                "102",
                "6222080000000000001",
                "马国明",
                "2020-12-31",
                "正常");

        Beneficiary beneficiary = new RosterLine("key").mapFieldSet(new DelimitedLineTokenizer().tokenize(line));

        String payee = PersonId.of("key", number).value();
        assertThat(beneficiary)
                .isEqualTo(new Beneficiary(
                        payee + "|110",
                        0,
                        payee,
                        number.value(),
                        "马国明",
                        "640104",
                        "110",
                        "2015-02",
                        1200_01,
                        300_20,
                        60_00,
                        0,
                        "102",
                        "6222080000000000001",
                        "马国明",
                        LocalDate.of(2020, 12, 31),
                        "ACTIVE",
                        1));
    }
}
