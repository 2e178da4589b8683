package org.nxsi.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Arrows;

class ArchitectureTest {

    @Test
    void it_depends_on_the_platform_and_on_no_other_module() {
        Arrows.pointAtPlatformOnly("enrollment").check(Arrows.shipped("enrollment"));
    }

    @Test
    void the_rule_notices_a_class_that_reaches_into_another_module() {
        JavaClasses wrong = new ClassFileImporter().importPackages("org.nxsi.enrollment.wrong");

        assertThat(Arrows.pointAtPlatformOnly("enrollment").evaluate(wrong).hasViolation())
                .isTrue();
    }

    @Test
    void values_are_plain() {
        Arrows.valuesArePlain("enrollment").check(Arrows.shipped("enrollment"));
    }

    @Test
    void the_rule_notices_a_value_that_asks_a_clock_of_its_own() {
        JavaClasses wrong = new ClassFileImporter().importPackages("org.nxsi.enrollment.wrong");

        assertThat(Arrows.valuesArePlain("enrollment").evaluate(wrong).hasViolation())
                .isTrue();
    }
}
