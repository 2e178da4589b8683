package org.nxsi.pension;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.pension.payment.FakeBanks;
import org.nxsi.platform.web.Role;

/**
 * pension-service in real surroundings, started once per JVM and shared by all tests: use persons, keys and months of
 * your own. Its business date is 2020-03-10.
 */
public final class PensionUnderTest {

    /** The business date that the service starts with. */
    public static final String TODAY = "2020-03-10";

    private static final AtomicInteger KEYS = new AtomicInteger();

    private PensionUnderTest() {}

    private static final class Running {

        static final Surroundings SURROUNDINGS = Surroundings.start();
        static final FakeBanks BANKS = FakeBanks.start();
        static final ServiceUnderTest SERVICE = SURROUNDINGS.service(
                PensionApplication.class,
                "nxsi.partners-uri=" + BANKS.uri(),
                "nxsi.partner.keys-dir=" + BANKS.bureauKeys(),
                "nxsi.business-clock=settable",
                "nxsi.business-date=" + TODAY,
                "nxsi.pension.roster.chunk-rows=100");
    }

    /** The service; starts it with its store, broker and issuer if this is the first to ask. */
    public static ServiceUnderTest service() {
        return Running.SERVICE;
    }

    /** What stands around it; a second instance may be started here. */
    public static Surroundings surroundings() {
        return Running.SURROUNDINGS;
    }

    /** A further instance beside the shared one, on the same store, broker and banks. */
    public static ServiceUnderTest another(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "nxsi.partners-uri=" + Running.BANKS.uri(),
                "nxsi.partner.keys-dir=" + Running.BANKS.bureauKeys(),
                "nxsi.business-clock=settable",
                "nxsi.business-date=" + TODAY));
        all.addAll(List.of(settings));
        return Running.SURROUNDINGS.service(PensionApplication.class, all.toArray(String[]::new));
    }

    /** Token of a member of the autonomous region's own agency. */
    public static String staff(String account, Role... roles) {
        return staffOf("640000", account, roles);
    }

    public static String staffOf(String agency, String account, Role... roles) {
        return callers().staff(agency, account, roles);
    }

    public static String clerk() {
        return staff("clerk", Role.CLERK);
    }

    /** Token of the person with this number, on the web. */
    public static String citizen(String number) {
        return callers().citizen(payee(number), "web");
    }

    /** Token of a bank. */
    public static String bank(String code) {
        return callers().bank(code);
    }

    /** The opaque id of the person with this number. */
    public static String payee(String number) {
        return TestCallers.person(number);
    }

    /** An Idempotency-Key that no other test uses. */
    public static String freshKey() {
        return "key-" + KEYS.incrementAndGet();
    }

    private static TestCallers callers() {
        return new TestCallers(service());
    }
}
