package org.nxsi.enrollment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestCallers;
import org.nxsi.platform.web.Role;

/**
 * enrollment-service in real surroundings, started once per JVM and shared by all tests, with the demo's sample policies
 * on top of what ships: use persons, employers and keys of your own. Its business date is 2020-02-10. It does not hear of
 * rosters: tests of those have services with stores of their own, in the same consumer group.
 */
public final class EnrollmentUnderTest {

    /** The business date that the service starts with. */
    public static final String TODAY = "2020-02-10";

    private static final List<String> SETTINGS = List.of(
            "nxsi.business-clock=settable",
            "nxsi.business-date=" + TODAY,
            "nxsi.assessment.by-itself=false",
            "nxsi.lateness.by-itself=false",
            "nxsi.enrollment.hears-rosters=false",
            "nxsi.policy-file=../local-stack/policies/demo.yaml");

    private static final AtomicInteger KEYS = new AtomicInteger();

    private EnrollmentUnderTest() {}

    private static final class Running {

        static final Surroundings SURROUNDINGS = start();
        static final ServiceUnderTest SERVICE =
                SURROUNDINGS.service(EnrollmentApplication.class, SETTINGS.toArray(String[]::new));

        /** The ledger's topic is there before anybody listens to it. */
        private static Surroundings start() {
            TestBroker.topics("deferral.events");
            return Surroundings.start();
        }
    }

    /** The service; starts it with its store, broker and issuer if this is the first to ask. */
    public static ServiceUnderTest service() {
        return Running.SERVICE;
    }

    /** What stands around it; a second instance may be started here. */
    public static Surroundings surroundings() {
        return Running.SURROUNDINGS;
    }

    /** A further instance beside the shared one, on the same store and broker; its settings replace the shared one's. */
    public static ServiceUnderTest another(String... settings) {
        Set<String> keys = Stream.of(settings)
                .map(each -> each.substring(0, each.indexOf('=') + 1))
                .collect(Collectors.toUnmodifiableSet());
        List<String> all = new ArrayList<>(SETTINGS);
        all.removeIf(each -> keys.stream().anyMatch(each::startsWith));
        all.addAll(List.of(settings));
        return Running.SURROUNDINGS.service(EnrollmentApplication.class, all.toArray(String[]::new));
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

    public static String reviewer() {
        return staff("reviewer", Role.REVIEWER);
    }

    public static String admin() {
        return staff("admin", Role.ADMIN);
    }

    /** Token of the person with this number, at a channel: {@code web}, {@code m12333}, {@code my-ningxia}. */
    public static String citizen(String number, String channel) {
        return callers().citizen(person(number), channel);
    }

    /** Token of an agent of the employer with this credit code, on the web; the agent's own number stands behind it. */
    public static String agent(String creditCode, String number) {
        return callers().agent(creditCode, person(number));
    }

    /** The opaque id of the person with this number. */
    public static String person(String number) {
        return TestCallers.person(number);
    }

    /** Sets the business date of the shared service; whoever does it sets it back to {@link #TODAY}. */
    public static void today(String date) {
        callers().today(date);
    }

    /** An Idempotency-Key that no other test uses. */
    public static String freshKey() {
        return "key-" + KEYS.incrementAndGet();
    }

    private static TestCallers callers() {
        return new TestCallers(service());
    }
}
