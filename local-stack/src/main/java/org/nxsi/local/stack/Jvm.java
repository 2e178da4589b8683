package org.nxsi.local.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * How a part's JVM is set up for two cores and a quick start.
 *
 * @param heap_mb largest heap in MiB
 * @param optimizing whether the optimizing compiler pays: it does for who computes all month long
 */
public record Jvm(int heap_mb, boolean optimizing) {

    /** Flags for a JDK 25; the same for every start, since a start-up cache is only good for the flags it was made with. */
    public List<String> flags() {
        List<String> flags = new ArrayList<>(List.of(
                "-Xmx" + heap_mb + "m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        if (!optimizing) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return List.copyOf(flags);
    }
}
