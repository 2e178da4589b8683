package org.nxsi.gateway.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code catalogue.yaml}; a mistake in it ends the start, by name. */
final class CatalogueFile {

    private CatalogueFile() {}

    /** @throws IllegalArgumentException for a missing field, an unknown operation, or what {@link Catalogue} refuses */
    static Catalogue read(InputStream yaml) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Object> file = new Yaml(new SafeConstructor(strict)).load(yaml);
        Map<String, Operation> operations = new LinkedHashMap<>();
        map(file, "operations").forEach((name, row) -> operations.put(name, operation(name, asMap(row))));
        List<Channel> channels = list(file, "channels").stream()
                .map(row -> channel(asMap(row), operations))
                .toList();
        return new Catalogue(List.copyOf(operations.values()), channels);
    }

    private static Operation operation(String name, Map<String, Object> row) {
        List<OfferedRequest> requests = list(row, "requests").stream()
                .map(request -> OfferedRequest.parse(String.valueOf(request)))
                .toList();
        return new Operation(
                name, text(row, "owner"), Kind.of(text(row, "kind")), (Boolean) required(row, "open"), requests);
    }

    private static Channel channel(Map<String, Object> row, Map<String, Operation> operations) {
        List<Item> items = list(row, "items").stream()
                .map(item -> item(asMap(item), operations))
                .toList();
        return new Channel(text(row, "name"), text(row, "title"), (Integer) required(row, "annex"), items);
    }

    private static Item item(Map<String, Object> row, Map<String, Operation> operations) {
        Operation operation = operations.get(text(row, "operation"));
        if (operation == null) {
            throw new IllegalArgumentException("unknown operation " + row.get("operation"));
        }
        @Nullable String scope = row.containsKey("scope") ? text(row, "scope") : null;
        return new Item((Integer) required(row, "number"), scope, text(row, "item"), operation);
    }

    private static Object required(Map<String, Object> row, String field) {
        Object value = row.get(field);
        if (value == null) {
            throw new IllegalArgumentException("the catalogue needs " + field + " in " + row);
        }
        return value;
    }

    private static String text(Map<String, Object> row, String field) {
        return String.valueOf(required(row, field));
    }

    private static List<?> list(Map<String, Object> row, String field) {
        return (List<?>) required(row, field);
    }

    private static Map<String, Object> map(Map<String, Object> row, String field) {
        return asMap(required(row, field));
    }

    @SuppressWarnings("unchecked") // YAML mappings of the checked-in file have text keys
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
