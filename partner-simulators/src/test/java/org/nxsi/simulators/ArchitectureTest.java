package org.nxsi.simulators;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The banks are the judge of our books only as long as they know nothing of them. */
class ArchitectureTest {

    @Test
    void banks_know_the_messages_and_nothing_of_the_bureau() {
        banksKnowNothing()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.nxsi.simulators"));
    }

    @Test
    void the_rule_notices_a_bank_that_looks_into_the_bureaus_books() {
        assertThat(banksKnowNothing()
                        .evaluate(new ClassFileImporter().importPackages("org.nxsi.simulators.wrong"))
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule banksKnowNothing() {
        return noClasses()
                .that()
                .resideInAPackage("org.nxsi.simulators..")
                .should()
                .dependOnClassesThat(describe("belong to a service", ArchitectureTest::isElsewhere))
                .because("their books must show our mistakes");
    }

    private static boolean isElsewhere(JavaClass each) {
        String name = each.getPackageName();
        return name.startsWith("org.nxsi.")
                && !name.startsWith("org.nxsi.simulators")
                && !name.startsWith("org.nxsi.platform");
    }
}
