package org.nxsi.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the readers of a service's events may rely on, one line per member of an event's data: {@code pension.run-paid |
 * month | required | pattern="…" type="string"}. The lines stand in a file that only grows: a change of a schema that
 * takes a line away, or makes it another, breaks a promise.
 */
public final class SchemaPromises {

    private static final JsonMapper JSON = new JsonMapper();

    /** Words for people; nobody's program reads them. */
    private static final Set<String> REMARKS = Set.of("$schema", "$id", "title", "description");

    /** They have lines of their own. */
    private static final Set<String> PARTS = Set.of("properties", "required", "items");

    private SchemaPromises() {}

    /**
     * Holds the schemas of a folder against the promises made for them.
     *
     * @param schemas folder of one file per type
     * @param promises text file of lines
     */
    public static void assertKept(Path schemas, Path promises) {
        SortedSet<String> now = of(schemas);
        List<String> promised = lines(promises);
        assertThat(promised)
                .as("a promise of %s is broken: readers rely on the line", promises)
                .isSubsetOf(now);
        assertThat(now)
                .as("new members of events: add their lines to %s", promises)
                .isSubsetOf(promised);
    }

    /** What the schemas of a folder promise. */
    public static SortedSet<String> of(Path schemas) {
        SortedSet<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.list(schemas)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> lines.addAll(ofType(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }

    /** What the schema of one file promises; the lines begin with the file's name. */
    public static SortedSet<String> ofType(Path file) {
        String name = file.getFileName().toString();
        SortedSet<String> lines = new TreeSet<>();
        collect(lines, name.substring(0, name.length() - ".json".length()) + " | ", "", true, JSON.readTree(file));
        return lines;
    }

    private static void collect(Set<String> lines, String type, String path, boolean required, JsonNode schema) {
        StringBuilder said = new StringBuilder(type)
                .append(path.isEmpty() ? "data" : path)
                .append(required ? " | required |" : " | optional |");
        schema.propertyStream()
                .filter(member -> !REMARKS.contains(member.getKey()) && !PARTS.contains(member.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(member ->
                        said.append(' ').append(member.getKey()).append('=').append(member.getValue()));
        lines.add(said.toString());
        Set<String> needed = new TreeSet<>();
        schema.path("required").forEach(each -> needed.add(each.asString()));
        schema.path("properties")
                .propertyStream()
                .forEach(member -> collect(
                        lines,
                        type,
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                        needed.contains(member.getKey()),
                        member.getValue()));
        if (schema.has("items")) {
            collect(lines, type, path + "[]", true, schema.path("items"));
        }
    }

    private static List<String> lines(Path promises) {
        try {
            return Files.readAllLines(promises);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
