package org.nxsi.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The house is seen from outside only. */
class ArchitectureTest {

    private static final String[] THE_HOUSE = {
        "org.nxsi.gateway..",
        "org.nxsi.enrollment..",
        "org.nxsi.pension..",
        "org.nxsi.card..",
        "org.nxsi.injury..",
        "org.nxsi.deferral..",
        "org.nxsi.simulators..",
        "com.mongodb.."
    };

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.nxsi.systemtests");

    @Test
    void laws_and_faults_know_no_class_of_a_service_and_no_store() {
        seenFromOutside().check(SHIPPED);
    }

    @Test
    void a_law_goes_by_the_evidence_alone() {
        lawsGoByEvidence().check(SHIPPED);
    }

    @Test
    void parts_go_in_no_circles() {
        slices().matching("org.nxsi.systemtests.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SHIPPED);
    }

    @Test
    void both_rules_notice_a_class_that_is_wrong_on_purpose() {
        JavaClasses wrong = new ClassFileImporter().importPackages("org.nxsi.systemtests.laws.wrong");
        assertThat(lawsGoByEvidence().evaluate(wrong).hasViolation()).isTrue();
        assertThat(seenFromOutside("java.net.http..").evaluate(wrong).hasViolation())
                .isTrue();
    }

    private static ArchRule seenFromOutside(String... packages) {
        return noClasses()
                .that()
                .resideInAPackage("org.nxsi.systemtests..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.length == 0 ? THE_HOUSE : packages)
                .because("what the laws must see comes from auditor-only endpoints and from Kafka");
    }

    private static ArchRule lawsGoByEvidence() {
        return noClasses()
                .that()
                .implement(org.nxsi.systemtests.laws.Law.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "org.apache.kafka..", "org.nxsi.local..", "tools.jackson..")
                .because("a law takes evidence and gives breaches");
    }
}
