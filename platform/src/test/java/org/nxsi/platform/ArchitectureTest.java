package org.nxsi.platform;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform may know. Each rule is also shown to fail on a class that breaks it. */
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "org.nxsi.platform..money..",
        "org.nxsi.platform..identity..",
        "org.nxsi.platform..calendar..",
        "org.nxsi.platform..policy..",
        "org.nxsi.platform..cases..",
    };

    private static final ArchRule DOMAIN_KNOWS_NO_FRAMEWORK_AND_NO_DRIVER = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.bson..",
                    "com.mongodb..",
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.micrometer..",
                    "tools.jackson..");

    private static final ArchRule DOMAIN_HAS_NO_CLOCK_OF_ITS_OWN = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should(callMethodWhere(
                    DescribedPredicate.describe("asks for the time", ArchitectureTest::asksForTheTime)));

    private static final ArchRule BASIC_VALUES_KNOW_NO_OTHER_PART = noClasses()
            .that()
            .resideInAnyPackage("org.nxsi.platform..money..", "org.nxsi.platform..identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.nxsi.platform.calendar..",
                    "org.nxsi.platform.policy..",
                    "org.nxsi.platform.cases..",
                    "org.nxsi.platform.store..",
                    "org.nxsi.platform.events..",
                    "org.nxsi.platform.web..",
                    "org.nxsi.platform.partner..");

    private static final ArchRule PLATFORM_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.nxsi.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.nxsi.enrollment..",
                    "org.nxsi.pension..",
                    "org.nxsi.card..",
                    "org.nxsi.injury..",
                    "org.nxsi.deferral..",
                    "org.nxsi.gateway..",
                    "org.nxsi.local..",
                    "org.nxsi.simulators..");

    private static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().that().resideInAPackage("org.nxsi..").should(new NullMarkedPackage());

    private static final Map<ArchRule, String> RULES_AND_VIOLATORS = Map.of(
            DOMAIN_KNOWS_NO_FRAMEWORK_AND_NO_DRIVER, "CaseWithDriver",
            DOMAIN_HAS_NO_CLOCK_OF_ITS_OWN, "CalendarWithClock",
            BASIC_VALUES_KNOW_NO_OTHER_PART, "IdentityOfCase",
            PLATFORM_KNOWS_NO_SERVICE, "PolicyOfBenefit",
            EVERY_PACKAGE_IS_NULL_MARKED, "MoneyWithSpring");

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.nxsi.platform");

    private static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages("org.nxsi.platform.violators");

    @ParameterizedTest
    @MethodSource("rulesAndViolators")
    void the_platform_keeps_the_rule(ArchRule rule, String violator) {
        rule.check(PLATFORM);
    }

    @ParameterizedTest
    @MethodSource("rulesAndViolators")
    void the_rule_fails_on_a_class_that_breaks_it(ArchRule rule, String violator) {
        assertThat(rule.evaluate(VIOLATORS).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(violator));
    }

    @Test
    void the_parts_of_the_platform_form_no_circle() {
        noCircleBelow("org.nxsi.platform").check(PLATFORM);
    }

    @Test
    void a_circle_between_two_parts_is_noticed() {
        assertThat(noCircleBelow("org.nxsi.platform.violators")
                        .evaluate(VIOLATORS)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void there_is_something_to_check() {
        assertThat(PLATFORM).hasSizeGreaterThan(30);
    }

    static Stream<Arguments> rulesAndViolators() {
        return RULES_AND_VIOLATORS.entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    private static ArchRule noCircleBelow(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static boolean asksForTheTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getPackageName();
        return (owner.equals("java.time") && call.getName().startsWith("now"))
                || (owner.equals("java.time") && call.getName().startsWith("system"))
                || call.getName().equals("currentTimeMillis")
                || call.getName().equals("nanoTime");
    }

    private static final class NullMarkedPackage extends ArchCondition<JavaClass> {

        NullMarkedPackage() {
            super("reside in a @NullMarked package");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    type, marked, type.getName() + (marked ? " is" : " is not") + " in a @NullMarked package"));
        }
    }
}
