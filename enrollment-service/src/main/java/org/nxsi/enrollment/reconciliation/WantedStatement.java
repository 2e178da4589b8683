package org.nxsi.enrollment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collector.PaymentNotice.Kind;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * A page of a statement as it comes in, every field as text.
 *
 * @param day {@code 2020-02-24}
 * @param issue from 1 on; absent for 1
 * @param count lines of all pages
 * @param total of all pages, yuan with two decimals: amounts and late fees, what was taken back below zero
 */
record WantedStatement(
        @Nullable String day,
        @Nullable Integer issue,
        @Nullable Integer page,
        @Nullable Integer pages,
        @Nullable Integer count,
        @Nullable String total,
        @Nullable List<@Nullable Line> lines) {

    /** @param kind {@code PAID} or {@code REVERSED}; absent for the first */
    record Line(
            @Nullable String notice,
            @Nullable String kind,
            @Nullable String payer,
            @Nullable String scheme,
            @Nullable String month,
            @Nullable String amount,
            @Nullable String lateFee) {}

    private static final int LONGEST_NOTICE = 64;

    /** @throws ProblemException 400 with the field; 422 {@code totals-do-not-add-up} for a statement of one page */
    StatementPage checked(String collector, LocalDate today, Instant now) {
        LocalDate on = read("day", day, LocalDate::parse);
        if (on.isAfter(today)) {
            throw wrong("day", "a day that is not over yet has no statement");
        }
        StatementHead head = new StatementHead(
                collector,
                on,
                between("issue", issue == null ? Integer.valueOf(1) : issue, 1, StatementHead.MOST_ISSUES),
                between("pages", pages, 1, StatementHead.MOST_PAGES),
                between("count", count, 0, StatementHead.MOST_PAGES * StatementPage.MOST_LINES),
                read("total", total, Fen::ofYuan).amount_fen());
        int number = between("page", page, 1, head.pages());
        StatementPage checked = StatementPage.of(head, number, lines(head), now);
        if (head.pages() == 1) {
            refuseUnlessAddedUp(checked);
        }
        return checked;
    }

    private static void refuseUnlessAddedUp(StatementPage only) {
        long sum = only.lines().stream()
                .mapToLong(each -> each.signed().amount_fen())
                .sum();
        if (sum != only.head().total_fen() || only.lines().size() != only.head().count()) {
            throw Problem.of(
                            422,
                            "totals-do-not-add-up",
                            "the lines come to %d and %s, the statement says %d and %s"
                                    .formatted(
                                            only.lines().size(),
                                            new Fen(sum),
                                            only.head().count(),
                                            new Fen(only.head().total_fen())))
                    .at("total")
                    .exception();
        }
    }

    private List<StatementLine> lines(StatementHead head) {
        List<@Nullable Line> given = lines == null ? List.of() : lines;
        if (given.size() > StatementPage.MOST_LINES || given.isEmpty() && head.count() > 0) {
            throw wrong("lines", "1 to " + StatementPage.MOST_LINES + " lines on a page");
        }
        List<StatementLine> read = new ArrayList<>(given.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            StatementLine line = line("lines[" + i + "]", given.get(i));
            if (!seen.add(line.notice())) {
                throw wrong("lines[" + i + "].notice", "twice on one page");
            }
            read.add(line);
        }
        return read;
    }

    private static StatementLine line(String at, @Nullable Line line) {
        if (line == null) {
            throw wrong(at, "a line is missing");
        }
        String notice = read(at + ".notice", line.notice(), Function.identity());
        if (notice.isBlank() || notice.length() > LONGEST_NOTICE) {
            throw wrong(at + ".notice", "1 to " + LONGEST_NOTICE + " characters");
        }
        return StatementLine.of(
                notice,
                read(at + ".kind", line.kind() == null ? Kind.PAID.name() : line.kind(), Kind::valueOf),
                new DueKey(
                        read(at + ".payer", line.payer(), Payer::parse),
                        read(at + ".scheme", line.scheme(), Scheme::parse),
                        read(at + ".month", line.month(), Month::parse)),
                notNegative(at + ".amount", line.amount()),
                notNegative(at + ".lateFee", line.lateFee() == null ? "0.00" : line.lateFee()));
    }

    private static Fen notNegative(String field, @Nullable String text) {
        Fen amount = read(field, text, Fen::ofYuan);
        if (amount.isNegative()) {
            throw wrong(field, "not below zero");
        }
        return amount;
    }

    private static int between(String field, @Nullable Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw wrong(field, least + " to " + most);
        }
        return value;
    }

    private static <T> T read(String field, @Nullable String text, Function<String, T> reading) {
        if (text == null) {
            throw wrong(field, "is missing");
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException nonsense) {
            throw wrong(field, String.valueOf(nonsense.getMessage()));
        }
    }

    private static ProblemException wrong(String field, String detail) {
        return Problem.badRequest("malformed-statement", field, detail).exception();
    }
}
