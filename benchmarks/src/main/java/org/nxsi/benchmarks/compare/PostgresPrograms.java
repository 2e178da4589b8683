package org.nxsi.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed PostgreSQL server.
 *
 * @param bin folder of {@code initdb} and {@code pg_ctl}
 */
record PostgresPrograms(Path bin) {

    /** Where Debian puts one folder per version; its server programs are not on the path. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** The newest of Debian's, or what is on the path. */
    static Optional<PostgresPrograms> installed() {
        List<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        return find(DEBIAN, onPath);
    }

    static Optional<PostgresPrograms> find(Path versions, List<Path> path) {
        return Stream.concat(newestFirst(versions), path.stream())
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")))
                .findFirst()
                .map(PostgresPrograms::new);
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    private static Stream<Path> newestFirst(Path versions) {
        try (Stream<Path> folders = Files.list(versions)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().matches("[0-9]{1,4}"))
                    .sorted(Comparator.comparingInt((Path folder) ->
                                    Integer.parseInt(folder.getFileName().toString()))
                            .reversed())
                    .map(folder -> folder.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
