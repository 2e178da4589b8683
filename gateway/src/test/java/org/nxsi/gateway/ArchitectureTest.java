package org.nxsi.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The gateway knows the platform and no service; its parts do not go in circles. Each rule is shown to fail once. */
class ArchitectureTest {

    private static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.nxsi.gateway..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.nxsi..")
                    .and(resideOutsideOfPackages("org.nxsi.gateway..", "org.nxsi.platform..")));

    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.nxsi.gateway");
    private final JavaClasses broken = new ClassFileImporter().importPackages("org.nxsi.gateway.broken");

    @Test
    void the_gateway_knows_no_service() {
        KNOWS_NO_SERVICE.check(gateway);
        assertThat(KNOWS_NO_SERVICE.evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void its_parts_do_not_go_in_circles() {
        noCirclesIn("org.nxsi.gateway").check(gateway);
        assertThat(noCirclesIn("org.nxsi.gateway.broken").evaluate(broken).hasViolation())
                .isTrue();
    }

    private static ArchRule noCirclesIn(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }
}
