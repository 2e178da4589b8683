package org.nxsi.baseline.roster;

import java.time.LocalDate;
import org.nxsi.baseline.calculation.Beneficiary;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.springframework.batch.infrastructure.item.file.mapping.FieldSetMapper;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** A line of the roster as a beneficiary; the columns stand in the order of the import's header. */
record RosterLine(String personIdKey) implements FieldSetMapper<Beneficiary> {

    @Override
    public Beneficiary mapFieldSet(FieldSet line) {
        String[] cells = line.getValues();
        String payee = PersonId.of(personIdKey, SocialNumber.parse(cells[0])).value();
        return new Beneficiary(
                payee + "|" + cells[3],
                0,
                payee,
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                fen(cells[5]),
                fen(cells[6]),
                fen(cells[7]),
                fen(cells[8]),
                cells[9],
                cells[10],
                cells[11],
                LocalDate.parse(cells[12]),
                "ACTIVE",
                1);
    }

    private static long fen(String yuan) {
        return Fen.ofYuan(yuan).amount_fen();
    }
}
