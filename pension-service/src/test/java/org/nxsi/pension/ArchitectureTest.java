package org.nxsi.pension;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Arrows;

class ArchitectureTest {

    private static final Set<String> RULES = Set.of(
            "Obligation",
            "Instruction",
            "Totals",
            "Cut",
            "Slice",
            "Calculation",
            "RunReport",
            "OrderOfBatch",
            "CheckedReport",
            "BatchEntries",
            "Voucher",
            "VoucherLine",
            "BenefitComponents",
            "CorrectionRule",
            "Trespasser");

    @Test
    void it_depends_on_the_platform_and_on_no_other_module() {
        Arrows.pointAtPlatformOnly("pension").check(Arrows.shipped("pension"));
    }

    @Test
    void rules_are_plain() {
        rulesArePlain().check(Arrows.shipped("pension"));
    }

    @Test
    void parts_go_in_no_circles() {
        slices().matching("org.nxsi.pension.(*)..").should().beFreeOfCycles().check(Arrows.shipped("pension"));
    }

    @Test
    void both_rules_notice_a_class_that_is_wrong_on_purpose() {
        JavaClasses wrong = new ClassFileImporter().importPackages("org.nxsi.pension.wrong");
        assertThat(Arrows.pointAtPlatformOnly("pension").evaluate(wrong).hasViolation())
                .isTrue();
        assertThat(rulesArePlain().evaluate(wrong).hasViolation()).isTrue();
    }

    /** What reads like its legal source takes values and gives values. */
    private static ArchRule rulesArePlain() {
        return noClasses()
                .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are rules") {
                    @Override
                    public boolean test(JavaClass each) {
                        return RULES.contains(each.getSimpleName());
                    }
                })
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.apache.kafka..",
                        "jakarta..",
                        "org.nxsi.platform.clock..",
                        "org.nxsi.platform.store..",
                        "org.nxsi.platform.web..")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .because("a rule takes values and gives values");
    }
}
