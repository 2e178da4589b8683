package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged programs, unpacked once per build into plain jars: starting from nested jars is slower and allows no start-up
 * cache. Libraries lie in one pool for all programs.
 */
public final class BootPrograms {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final StackConfig config;

    public BootPrograms(StackConfig config) {
        this.config = config;
    }

    /** @throws StackFailure if the module has not been built, or its program cannot be unpacked */
    public JavaProgram of(String module, StackListener listener) {
        Path packed = config.root().resolve(module + "/target/" + module + "-" + VERSION + "-exec.jar");
        if (!Files.exists(packed)) {
            throw new StackFailure(module + " is not built (" + config.root().relativize(packed)
                    + " is missing): run ./mvnw -DskipTests package");
        }
        String fingerprint = Fingerprint.ofJar(packed);
        Path programs = config.cache().resolve("programs");
        Path program = programs.resolve(module + "-" + fingerprint + ".jar");
        try {
            if (!Files.exists(program)) {
                listener.note("unpacking " + module);
                new PackedProgram(packed).unpack(programs, program.getFileName().toString());
                deleteEarlierBuilds(programs, module, program);
            }
        } catch (IOException failure) {
            throw new StackFailure("cannot unpack " + packed + ": " + failure.getMessage(), failure);
        }
        return new JavaProgram(
                List.of("-jar", program.toString()), fingerprint + Fingerprint.ofFiles(List.of(program)));
    }

    private static void deleteEarlierBuilds(Path programs, String module, Path keep) throws IOException {
        Pattern build = Pattern.compile(Pattern.quote(module) + "-[0-9a-f]{12}\\.jar");
        try (Stream<Path> files = Files.list(programs)) {
            for (Path file : files.filter(
                            path -> build.matcher(path.getFileName().toString()).matches() && !path.equals(keep))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
