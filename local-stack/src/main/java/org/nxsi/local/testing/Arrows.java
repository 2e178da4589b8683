package org.nxsi.local.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The arrows between the modules. Each service shows once, with a class made wrong on purpose, that they can fail. */
public final class Arrows {

    private Arrows() {}

    /** What a service ships. */
    public static JavaClasses shipped(String service) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.nxsi." + service);
    }

    /** A service knows itself and the platform, and no other module. */
    public static ArchRule pointAtPlatformOnly(String service) {
        String own = "org.nxsi." + service + "..";
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.nxsi..").and(resideOutsideOfPackages(own, "org.nxsi.platform..")))
                .because("services share the platform and nothing else");
    }

    /** Values, which are records here, know no framework, no store and no clock: they can be made and asked anywhere. */
    public static ArchRule valuesArePlain(String service) {
        return noClasses()
                .that()
                .areRecords()
                .and()
                .resideInAPackage("org.nxsi." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.apache.kafka..",
                        "jakarta..",
                        "org.nxsi.platform.clock..",
                        "org.nxsi.platform.store..")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .because("a rule takes values and gives values");
    }
}
