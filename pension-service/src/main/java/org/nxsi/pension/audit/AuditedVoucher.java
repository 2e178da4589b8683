package org.nxsi.pension.audit;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** A posting in the fund books, of any period; allotments are the vouchers of that kind. */
public record AuditedVoucher(
        @BsonId String id, Scheme fund, Month period, String kind, String source, LocalDate postedOn, List<Line> lines)
        implements Audited {

    /** One side of the movement. */
    public record Line(String account, @Nullable String bank, Fen debit, Fen credit) {}
}
