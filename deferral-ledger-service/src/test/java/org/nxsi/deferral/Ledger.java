package org.nxsi.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service apart from {@link DeferralUnderTest}, with a store, a broker and a business clock of its own, and what clerks and
 * admins do there: declare a period of a region, open entries, lift it. For tests of what people see. Started once per JVM;
 * each test takes an area of its own.
 */
public final class Ledger {

    /** The business date that the service starts with. */
    public static final String TODAY = "2020-02-10";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final class Running {

        static final Surroundings SURROUNDINGS = Surroundings.startApart();
        static final ServiceUnderTest SERVICE =
                SURROUNDINGS.service(DeferralLedgerApplication.class, arguments(settings()));
    }

    private Ledger() {}

    public static ServiceUnderTest service() {
        return Running.SERVICE;
    }

    public static Surroundings surroundings() {
        return Running.SURROUNDINGS;
    }

    /** A further instance beside it, on the same store and broker. A setting takes the place of the usual one. */
    public static ServiceUnderTest another(String... more) {
        Map<String, String> all = settings();
        for (String each : more) {
            all.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return Running.SURROUNDINGS.service(DeferralLedgerApplication.class, arguments(all));
    }

    /** Nobody reminds on its own: tests do, when it is time. */
    private static Map<String, String> settings() {
        return new LinkedHashMap<>(Map.of(
                "nxsi.business-clock", "settable",
                "nxsi.business-date", TODAY,
                "nxsi.deferral.reminders.look", "1h",
                "nxsi.deferral.reminders.again", "0s"));
    }

    private static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    public static String staff(String agency, String account, Role... roles) {
        return callers().staff(agency, account, roles);
    }

    public static String clerk() {
        return staff("640000", "clerk", Role.CLERK);
    }

    public static String citizen(String person) {
        return callers().citizen(person, "web");
    }

    public static String agent(String employer) {
        return callers().agent(employer, null);
    }

    /** The opaque id of somebody whom no other test knows. */
    public static String person() {
        return TestCallers.person(number());
    }

    /** Sets the business date. */
    public static void today(String date) {
        callers().today(date);
    }

    /** Declares a period from 2020-01-23, by two people. @return its id */
    public static String declare(String region) {
        Answer proposed = post(
                "/admin/v1/emergency-periods",
                staff("640000", "admin", Role.ADMIN),
                Map.of("region", region, "from", "2020-01-23", "docNo", "宁党办〔2020〕1号"));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String id = proposed.text("id");
        Answer declared = post(
                "/admin/v1/emergency-periods/" + id + "/declaration", staff("640000", "admin2", Role.ADMIN), Map.of());
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        return id;
    }

    /** Lifts it by two people. */
    public static void lift(String period, String day) {
        Answer proposed = post(
                "/admin/v1/emergency-periods/" + period + "/lifting-proposal",
                staff("640000", "admin", Role.ADMIN),
                Map.of("liftedOn", day, "docNo", "宁党办〔2020〕9号"));
        assertThat(proposed.status()).as(proposed.body()).isLessThan(300);
        Answer lifted = post(
                "/admin/v1/emergency-periods/" + period + "/lifting", staff("640000", "admin2", Role.ADMIN), Map.of());
        assertThat(lifted.status()).as(lifted.body()).isEqualTo(200);
    }

    /** A clerk opens one entry. @return its id */
    public static String open(
            String area,
            String subjectKind,
            String subjectId,
            String kind,
            String scheme,
            String month,
            String dueDate,
            @Nullable String amount) {
        Answer opened = opening(area, subjectKind, subjectId, kind, scheme, month, dueDate, amount);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.text("entries", "0", "id");
    }

    /** The answer to a clerk who wants to open one. */
    public static Answer opening(
            String area,
            String subjectKind,
            String subjectId,
            String kind,
            String scheme,
            String month,
            String dueDate,
            @Nullable String amount) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("month", month, "dueDate", dueDate));
        if (amount != null) {
            line.put("amount", amount);
        }
        return post(
                "/admin/v1/deferrals",
                clerk(),
                Map.of(
                        "subjectKind", subjectKind,
                        "subjectId", subjectId,
                        "kind", kind,
                        "scheme", scheme,
                        "area", area,
                        "reason", "疫情停工",
                        "channel", "PHONE",
                        "months", List.of(line)));
    }

    /** February's contributions of an employer, 1,000.00 yuan due on 2020-02-25. @return the entry's id */
    public static String february(String area, String employer) {
        return open(area, "EMPLOYER", employer, "CONTRIBUTION", "110", "2020-02", "2020-02-25", "1000.00");
    }

    public static Answer post(String path, String token, Map<String, ?> body) {
        return service().post(path, token, DeferralUnderTest.freshKey(), JSON.writeValueAsString(body));
    }

    /** An id as it stands in an address. */
    public static String path(String entry) {
        return entry.replace("|", "%7C");
    }

    /** A credit code that no other test uses. */
    public static String employer() {
        String body = "91640100M7%07d".formatted(NUMBERS.incrementAndGet());
        return CODE_ALPHABET
                .chars()
                .mapToObj(last -> body + (char) last)
                .filter(code -> CreditCode.check(code) == null)
                .findFirst()
                .orElseThrow();
    }

    private static String number() {
        String body = "64010419600229%03d".formatted(NUMBERS.incrementAndGet() % 1000);
        return "0123456789X"
                .chars()
                .mapToObj(last -> body + (char) last)
                .filter(number -> SocialNumber.check(number) == null)
                .findFirst()
                .orElseThrow();
    }

    private static TestCallers callers() {
        return new TestCallers(service());
    }
}
