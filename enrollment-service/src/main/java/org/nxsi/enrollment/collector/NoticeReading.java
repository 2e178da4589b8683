package org.nxsi.enrollment.collector;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.PayerKind;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Makes a notice of what came in, or says by name what is wrong with it. Whom it names need not be known yet. */
final class NoticeReading {

    static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Before that there were no contributions of these schemes. */
    private static final Month FIRST = new Month(1986, 1);

    /** Nobody pays for a month further ahead than a year. */
    private static final int MONTHS_AHEAD = 12;

    private final String collector;
    private final LocalDate today;
    private final Instant now;

    NoticeReading(String collector, LocalDate today, Instant now) {
        this.collector = collector;
        this.today = today;
        this.now = now;
    }

    /** Either of them; the other one is null. */
    record Read(@Nullable PaymentNotice notice, @Nullable Refusal refusal) {}

    Read read(WantedNotice wanted) {
        try {
            return new Read(notice(wanted), null);
        } catch (Wrong wrong) {
            return new Read(null, wrong.refusal);
        }
    }

    /** Ends the reading of one line; never leaves this class. */
    private static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Wrong(String code, String field, String detail) {
            super(detail, null, false, false);
            this.refusal = Refusal.wrong(code, field, detail);
        }
    }

    private PaymentNotice notice(WantedNotice wanted) {
        String number = number("id", wanted.id());
        PaymentNotice.Kind kind = kind(wanted);
        Payer payer = payer(given("payer", wanted.payer()));
        Scheme scheme = read("scheme", wanted.scheme(), Scheme::parse);
        if ((payer.kind() == PayerKind.RESIDENT) != (scheme == Scheme.RESIDENT_PENSION)) {
            throw new Wrong("scheme-not-of-payer", "scheme", "residents, and nobody else, pay into 170");
        }
        LocalDate paidOn = day(wanted.paidOn());
        Month month = read("month", wanted.month(), Month::parse);
        if (month.isBefore(FIRST) || Month.of(paidOn).until(month) > MONTHS_AHEAD) {
            throw new Wrong("month-out-of-range", "month", FIRST + " to a year after the payment");
        }
        Fen amount = money("amount", given("amount", wanted.amount()));
        Fen lateFee = wanted.lateFee() == null ? Fen.ZERO : money("lateFee", wanted.lateFee());
        if (amount.isZero() && lateFee.isZero()) {
            throw new Wrong("amount-not-positive", "amount", "nothing was paid");
        }
        return new PaymentNotice(
                PaymentNotice.idOf(collector, number),
                collector,
                number,
                kind,
                payer,
                scheme,
                month,
                amount,
                lateFee,
                paidOn,
                area(given("area", wanted.area())),
                takesBack(wanted, kind, number),
                now,
                true,
                null);
    }

    private static PaymentNotice.Kind kind(WantedNotice wanted) {
        return switch (given("kind", wanted.kind())) {
            case "PAID" -> PaymentNotice.Kind.PAID;
            case "REVERSED" -> PaymentNotice.Kind.REVERSED;
            default -> throw new Wrong("invalid-field", "kind", "PAID or REVERSED");
        };
    }

    private @Nullable String takesBack(WantedNotice wanted, PaymentNotice.Kind kind, String own) {
        if (kind == PaymentNotice.Kind.PAID) {
            if (wanted.reverses() != null) {
                throw new Wrong("invalid-field", "reverses", "a payment takes nothing back");
            }
            return null;
        }
        String other = number("reverses", wanted.reverses());
        if (other.equals(own)) {
            throw new Wrong("invalid-field", "reverses", "a notice does not take itself back");
        }
        return PaymentNotice.idOf(collector, other);
    }

    private static String number(String field, @Nullable String text) {
        String number = given(field, text);
        if (!NUMBER.matcher(number).matches()) {
            throw new Wrong("invalid-field", field, "1 to 64 letters, digits, dots, dashes");
        }
        return number;
    }

    private static Payer payer(String text) {
        try {
            return Payer.parse(text);
        } catch (IllegalArgumentException invalid) {
            throw new Wrong("invalid-field", "payer", "not a payer like EMPLOYER:91640100MA7ABCD12N, with right check");
        }
    }

    private static AreaCode area(String text) {
        if (AreaCode.check(text) != null) {
            throw new Wrong("invalid-field", "area", "no area of the list: " + text);
        }
        return AreaCode.parse(text);
    }

    private LocalDate day(@Nullable String text) {
        LocalDate day = read("paidOn", text, LocalDate::parse);
        if (day.isAfter(today)) {
            throw new Wrong("day-in-future", "paidOn", "today is " + today);
        }
        return day;
    }

    private static Fen money(String field, String text) {
        Fen money = read(field, text, Fen::ofYuan);
        if (money.isNegative()) {
            throw new Wrong("amount-negative", field, "what is taken back is told as REVERSED, not below zero");
        }
        return money;
    }

    private static <T> T read(String field, @Nullable String text, Function<String, T> parse) {
        try {
            return parse.apply(given(field, text));
        } catch (IllegalArgumentException | DateTimeParseException invalid) {
            throw new Wrong("invalid-field", field, String.valueOf(invalid.getMessage()));
        }
    }

    private static String given(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Wrong("missing-field", field, field + " is needed");
        }
        return text;
    }
}
