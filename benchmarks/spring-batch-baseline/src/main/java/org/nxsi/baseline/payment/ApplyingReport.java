package org.nxsi.baseline.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A bank's report on a whole batch, in one transaction: every line is held against ours, returned ones are noted one by one,
 * all others by one update, then the vouchers and the batch's sums. A report that was applied before changes nothing.
 */
@Component
class ApplyingReport {

    private static final String SUMS = """
            select status, scheme, count(*), sum(basic_fen), sum(personal_account_fen), sum(transitional_fen), sum(subsidy_fen)
            from instructions where batch = ? group by status, scheme""";

    private final JdbcTemplate jdbc;
    private final Vouchers vouchers;

    ApplyingReport(JdbcTemplate jdbc, Vouchers vouchers) {
        this.jdbc = jdbc;
        this.vouchers = vouchers;
    }

    private record Ours(String id, long amount_fen, String account) {}

    private record Group(String status, long count, Vouchers.Sums sums) {}

    /** @throws IllegalStateException if the report is not on a whole batch of this bank, line by line as we have it */
    @Transactional
    void apply(String bank, PaymentStatusReport report) {
        String batch = Batch.ofMessage(report.originalMessageId());
        int isNew = jdbc.update(
                "insert into bank_reports (id, batch) values (?, ?) on conflict do nothing", report.messageId(), batch);
        if (isNew == 0) {
            return;
        }
        List<Object[]> returned = returned(bank, batch, report);
        LocalDate day = day(report);
        jdbc.batchUpdate(
                "update instructions set status = 'RETURNED', settled_by = ?, returned_by = ?, return_reason = ?, booked_on = ? where id = ? and status = 'PENDING'",
                returned);
        jdbc.update(
                "update instructions set status = 'PAID', settled_by = ?, booked_on = ? where batch = ? and status = 'PENDING'",
                report.messageId(),
                day,
                batch);
        conclude(bank, batch, report.messageId(), day);
    }

    private List<Object[]> returned(String bank, String batch, PaymentStatusReport report) {
        Map<String, Ours> ours = new HashMap<>();
        jdbc.query(
                "select end_to_end_id, id, amount_fen, account_number from instructions where batch = ? and bank = ? and status = 'PENDING'",
                row -> {
                    ours.put(row.getString(1), new Ours(row.getString(2), row.getLong(3), row.getString(4)));
                },
                batch,
                bank);
        List<Object[]> returned = new ArrayList<>();
        for (PaymentStatusReport.Line line : report.lines()) {
            Ours mine = ours.remove(line.endToEndId());
            if (mine == null
                    || line.bookedOn() == null
                    || mine.amount_fen() != line.amount().amount_fen()
                    || !mine.account().equals(line.account())) {
                throw new IllegalStateException(
                        "report " + report.messageId() + " differs from ours: " + line.endToEndId());
            }
            if (line.reason() != null) {
                returned.add(
                        new Object[] {report.messageId(), report.messageId(), line.reason(), line.bookedOn(), mine.id()
                        });
            }
        }
        if (!ours.isEmpty()) {
            throw new IllegalStateException("report " + report.messageId() + " lacks " + ours.size() + " payments");
        }
        return returned;
    }

    private static LocalDate day(PaymentStatusReport report) {
        List<LocalDate> days = report.lines().stream()
                .map(PaymentStatusReport.Line::bookedOn)
                .distinct()
                .toList();
        if (days.size() != 1) {
            throw new IllegalStateException("report " + report.messageId() + " is on " + days.size() + " days");
        }
        return days.getFirst();
    }

    /** Everything was paid first, and what came back came back. */
    private void conclude(String bank, String batch, String source, LocalDate day) {
        List<Group> groups = jdbc.query(
                SUMS,
                (row, number) -> new Group(
                        row.getString(1),
                        row.getLong(3),
                        new Vouchers.Sums(
                                row.getString(2), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))),
                batch);
        Map<String, Vouchers.Sums> byFund = new HashMap<>();
        groups.forEach(group -> byFund.merge(group.sums().fund(), group.sums(), Vouchers.Sums::plus));
        byFund.values().forEach(sums -> vouchers.payment(bank, source, day, sums));
        groups.stream()
                .filter(group -> group.status().equals("RETURNED"))
                .forEach(group -> vouchers.returned(bank, source, day, group.sums()));
        jdbc.update(
                "update batches set status = 'SETTLED', settled_at = clock_timestamp(), paid = ?, paid_fen = ?, returned = ?, returned_fen = ? where id = ?",
                count(groups, "PAID"),
                amount_fen(groups, "PAID"),
                count(groups, "RETURNED"),
                amount_fen(groups, "RETURNED"),
                batch);
    }

    private static long count(List<Group> groups, String status) {
        return groups.stream()
                .filter(group -> group.status().equals(status))
                .mapToLong(Group::count)
                .sum();
    }

    private static long amount_fen(List<Group> groups, String status) {
        return groups.stream()
                .filter(group -> group.status().equals(status))
                .mapToLong(group -> group.sums().total())
                .sum();
    }
}
