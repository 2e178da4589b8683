package org.nxsi.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checked-in schemas of a service's events: one file per type, of the event's data, in its resources. */
public final class EventSchemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventSchemas() {}

    /** Holds an event as it stands in Kafka against its type's schema. */
    public static void assertValid(byte[] event) {
        JsonNode cloudEvent = JSON.readTree(event);
        assertValid(cloudEvent.path("type").asString(), cloudEvent.path("data"));
    }

    /** Holds an event's data against the schema of a type. */
    public static void assertValid(String type, JsonNode data) {
        assertThat(schema(type).validate(data)).as(type).isEmpty();
    }

    private static Schema schema(String type) {
        String resource = "/schemas/events/" + type + ".json";
        try (InputStream in = EventSchemas.class.getResourceAsStream(resource)) {
            assertThat(in).as("schema of " + type).isNotNull();
            return SCHEMAS.getSchema(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
