package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Spring Boot programs, unpacked once per build into plain jars: starting from nested jars is slower and allows no
 * start-up cache.
 */
final class BootPrograms {

    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final long UNPACK_LIMIT_S = 120;

    private final StackConfig config;

    BootPrograms(StackConfig config) {
        this.config = config;
    }

    /** @throws StackFailure if the module has not been built */
    JavaProgram of(String module, StackListener listener) {
        Path jar = config.root().resolve(module + "/target/" + module + "-" + VERSION + "-exec.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(module + " is not built (" + config.root().relativize(jar)
                    + " is missing): run ./mvnw -DskipTests package");
        }
        String fingerprint = Fingerprint.ofJar(jar);
        Path programs = config.cache().resolve("programs");
        Path folder = programs.resolve(module + "-" + fingerprint);
        if (!Files.exists(folder)) {
            listener.note("unpacking " + module);
            unpack(jar, folder);
            deleteOthers(programs, module + "-", folder);
        }
        Path program = folder.resolve(jar.getFileName());
        return new JavaProgram(
                List.of("-jar", program.toString()), fingerprint + Fingerprint.ofFiles(List.of(program)));
    }

    private static void unpack(Path jar, Path folder) {
        Path unfinished = folder.resolveSibling(
                folder.getFileName() + ".new" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder.getParent());
            Process unpacking = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            unfinished.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!unpacking.waitFor(UNPACK_LIMIT_S, TimeUnit.SECONDS) || unpacking.exitValue() != 0) {
                unpacking.destroyForcibly();
                throw new StackFailure("cannot unpack " + jar + ": is the disk full?");
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new StackFailure("cannot unpack " + jar + ": " + failure.getMessage(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackFailure("stopped while unpacking " + jar, stopped);
        }
    }

    /** Earlier builds' programs would fill the disk. */
    private static void deleteOthers(Path programs, String prefix, Path keep) {
        try (Stream<Path> all = Files.list(programs)) {
            for (Path other : all.filter(path -> path.getFileName().toString().startsWith(prefix) && !path.equals(keep))
                    .toList()) {
                deleteTree(other);
            }
        } catch (IOException stays) {
            // an old program only takes room
        }
    }

    static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
