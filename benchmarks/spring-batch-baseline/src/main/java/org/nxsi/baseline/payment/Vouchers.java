package org.nxsi.baseline.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Balanced postings in the funds' books, with the accounts and ids that NXSI's have. */
@Component
class Vouchers {

    static final String PAYOUT = "支出户存款";
    private static final String SPECIAL = "财政专户存款";
    private static final String TO_REISSUE = "暂收款—待重发";
    private static final String SPENT = "社会保险待遇支出—";

    private final JdbcTemplate jdbc;

    Vouchers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What instructions of one fund come to, by component, fen. */
    record Sums(String fund, long basic, long personalAccount, long transitional, long subsidy) {
        long total() {
            return basic + personalAccount + transitional + subsidy;
        }

        Sums plus(Sums other) {
            return new Sums(
                    fund,
                    basic + other.basic,
                    personalAccount + other.personalAccount,
                    transitional + other.transitional,
                    subsidy + other.subsidy);
        }
    }

    private record Line(String account, @Nullable String bank, long debit_fen, long credit_fen) {}

    /** Dr 支出户存款, Cr 财政专户存款. */
    void allotment(String fund, String bank, String advice, LocalDate on, long amount_fen) {
        List<Line> lines = List.of(new Line(PAYOUT, bank, amount_fen, 0), new Line(SPECIAL, null, 0, amount_fen));
        post("ALLOTMENT/" + bank + "/" + advice, fund, "ALLOTMENT", advice, on, lines);
    }

    /** Dr 社会保险待遇支出 by component, Cr 支出户存款. */
    void payment(String bank, String source, LocalDate on, Sums sums) {
        List<Line> lines = new ArrayList<>();
        spent(lines, "基础养老金", sums.basic());
        spent(lines, "个人账户养老金", sums.personalAccount());
        spent(lines, "过渡性养老金", sums.transitional());
        spent(lines, "补贴", sums.subsidy());
        lines.add(new Line(PAYOUT, bank, 0, sums.total()));
        post("PAYMENT/" + source + "/" + sums.fund(), sums.fund(), "PAYMENT", source, on, lines);
    }

    /** Dr 支出户存款, Cr 暂收款—待重发. */
    void returned(String bank, String source, LocalDate on, Sums sums) {
        List<Line> lines =
                List.of(new Line(PAYOUT, bank, sums.total(), 0), new Line(TO_REISSUE, null, 0, sums.total()));
        post("RETURN/" + source + "/" + sums.fund(), sums.fund(), "RETURN", source, on, lines);
    }

    private static void spent(List<Line> lines, String component, long amount_fen) {
        if (amount_fen > 0) {
            lines.add(new Line(SPENT + component, null, amount_fen, 0));
        }
    }

    private void post(String id, String fund, String kind, String source, LocalDate on, List<Line> lines) {
        jdbc.update(
                "insert into vouchers (id, fund, period, kind, source, posted_on) values (?,?,?,?,?,?)",
                id,
                fund,
                on.toString().substring(0, 7),
                kind,
                source,
                on);
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            rows.add(new @Nullable Object[] {
                id, number + 1, line.account(), line.bank(), line.debit_fen(), line.credit_fen()
            });
        }
        jdbc.batchUpdate("insert into voucher_lines values (?,?,?,?,?,?)", rows);
    }
}
