package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of a part (JEP 483, 514): written when the first run ends, used from the second on. The
 * JVM checks that it fits and starts without it when it does not.
 *
 * @param file of the finished cache; its name tells program and flags
 * @param mode whether to use, make or leave it
 */
record StartupCache(Path file, Mode mode) {

    enum Mode {
        USE,
        MAKE,
        OFF
    }

    /** The cache that a part can use now, or is to make if {@code mayMake}; caches of other builds of the part are deleted. */
    static StartupCache of(Path folder, String part, String fingerprint, boolean mayMake) {
        Path file = folder.resolve(part + "-" + fingerprint + ".aot");
        if (Files.exists(file)) {
            return new StartupCache(file, Mode.USE);
        }
        if (mayMake) {
            clear(folder, part + "-");
        }
        return new StartupCache(file, mayMake ? Mode.MAKE : Mode.OFF);
    }

    private static void clear(Path folder, String prefix) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path ->
                                path.getFileName().toString().matches(Pattern.quote(prefix) + "[0-9a-f]{12}\\.aot.*"))
                        .toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException stays) {
            // an old cache only takes room
        }
    }

    List<String> flags() {
        return switch (mode) {
            case USE -> List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
            case MAKE -> List.of("-XX:AOTCacheOutput=" + unfinished(), "-Xlog:aot=off", "-Xlog:cds=off");
            case OFF -> List.of();
        };
    }

    /** Once the part has ended by itself: the cache that it wrote, if any, becomes the one to use. */
    boolean keepWhatWasMade() {
        if (mode != Mode.MAKE || !Files.exists(unfinished())) {
            return false;
        }
        try {
            Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException notKept) {
            forgetWhatWasMade();
            return false;
        }
    }

    /** A part that was killed may leave half a cache. */
    void forgetWhatWasMade() {
        try {
            Files.deleteIfExists(unfinished());
            Files.deleteIfExists(Path.of(unfinished() + ".config"));
        } catch (IOException stays) {
            // a leftover only takes room, and the next run writes over it
        }
    }

    private Path unfinished() {
        return Path.of(file + ".new");
    }
}
