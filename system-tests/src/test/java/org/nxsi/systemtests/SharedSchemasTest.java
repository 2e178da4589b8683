package org.nxsi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.local.testing.SchemaPromises;

/** Events that the ledger takes from others have one shape, whoever sends them; each side has its own copy of the schema. */
class SharedSchemasTest {

    private static final String SCHEMAS = "src/main/resources/schemas/events";

    @ParameterizedTest
    @ValueSource(strings = {"business-put-off", "business-made-up"})
    void what_pension_service_tells_the_ledger_is_what_the_ledger_reads(String type) {
        assertThat(shape("pension-service", "pension." + type)).isEqualTo(shape("deferral-ledger-service", type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-put-off", "business-made-up"})
    void what_enrollment_service_tells_the_ledger_is_what_the_ledger_reads(String type) {
        assertThat(shape("enrollment-service", "enrollment." + type)).isEqualTo(shape("deferral-ledger-service", type));
    }

    /** The promised lines without the type's name. */
    private static List<String> shape(String module, String type) {
        Path file = Path.of("..", module, SCHEMAS, type + ".json");
        return SchemaPromises.ofType(file).stream()
                .map(line -> line.substring(line.indexOf('|')))
                .toList();
    }
}
