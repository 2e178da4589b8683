package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.simulators.medical.MedicalBureau;
import tools.jackson.databind.JsonNode;

class MedicalBureauTest {

    private static final String PERSON = "abcdefghijklmnopqrstuvwxyz";

    @TempDir
    private static Path folder;

    @Test
    void a_person_has_the_same_medical_relations_whenever_they_are_asked_for() throws Exception {
        try (Street street = Street.open(folder)) {
            JsonNode first = street.bureau().get("/medical/v1/persons/" + PERSON + "/relations");
            JsonNode again = street.bureau().get("/medical/v1/persons/" + PERSON + "/relations");

            assertThat(first).isEqualTo(again);
            assertThat(first.path("asOf").stringValue()).isNotEmpty();
            assertThat(first.path("relations").isArray()).isTrue();
            assertThat(street.bureau()
                            .get("/medical/v1/persons/640104196002290011/relations")
                            .path("code")
                            .stringValue())
                    .isEqualTo("bad-person");
        }
    }

    @Test
    void some_are_employees_some_residents_and_some_are_not_insured() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> "%026d".formatted(i).replaceAll("[0189]", "a"))
                        .flatMap(person -> MedicalBureau.relationsOf(person).stream())
                        .map(MedicalBureau.Relation::scheme))
                .contains("310", "390")
                .hasSizeLessThan(100);
    }
}
