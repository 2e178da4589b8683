package org.nxsi.enrollment.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

/** The collector of code 64, which tells of payments. Each notice has a number of its own. */
public final class TaxOffice {

    public static final String CODE = "64";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String PATH = "/partner/v1/collectors/" + CODE + "/payment-notices";

    private TaxOffice() {}

    public static String token() {
        return new TestCallers(EnrollmentUnderTest.service()).partner(Role.COLLECTOR, CODE);
    }

    /** Tells that something was paid, and that it is stored. @return the notice's number */
    public static String paid(Payer payer, Scheme scheme, String month, String amount, String paidOn) {
        Map<String, Object> notice = payment(payer, scheme, month, amount, paidOn);
        stored(tell(notice));
        return String.valueOf(notice.get("id"));
    }

    /** Tells that all of a payment was taken back. */
    public static void reversed(Map<String, Object> payment, String on) {
        stored(tell(reversal(payment, on)));
    }

    /** A notice of a payment, to be told or changed. */
    public static Map<String, Object> payment(Payer payer, Scheme scheme, String month, String amount, String paidOn) {
        Map<String, Object> notice = new HashMap<>();
        notice.put("id", "TN-" + NUMBERS.incrementAndGet());
        notice.put("kind", "PAID");
        notice.put("payer", payer.toString());
        notice.put("scheme", scheme.code());
        notice.put("month", month);
        notice.put("amount", amount);
        notice.put("paidOn", paidOn);
        notice.put("area", "640104");
        return notice;
    }

    /** A notice that takes such a payment back. */
    public static Map<String, Object> reversal(Map<String, Object> payment, String on) {
        Map<String, Object> notice = new HashMap<>(payment);
        notice.put("id", "TN-" + NUMBERS.incrementAndGet());
        notice.put("kind", "REVERSED");
        notice.put("reverses", payment.get("id"));
        notice.put("paidOn", on);
        return notice;
    }

    @SafeVarargs
    public static Answer tell(Map<String, Object>... notices) {
        return tell(List.of(notices));
    }

    public static Answer tell(List<Map<String, Object>> notices) {
        return tell(PATH, token(), JSON.writeValueAsString(Map.of("notices", notices)));
    }

    /** Without an Idempotency-Key: a notice is known by its number. */
    static Answer tell(String path, String token, String body) {
        return EnrollmentUnderTest.service().post(path, token, null, body);
    }

    /** The results of all lines, with the codes of those that were refused. */
    static List<String> results(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> results = new ArrayList<>();
        answer.json()
                .path("lines")
                .forEach(line -> results.add(line.path("result").asString()
                        + (line.hasNonNull("code") ? " " + line.path("code").asString() : "")
                        + (line.hasNonNull("field") ? " " + line.path("field").asString() : "")));
        return results;
    }

    private static void stored(Answer answer) {
        assertThat(results(answer)).containsExactly("STORED");
    }
}
