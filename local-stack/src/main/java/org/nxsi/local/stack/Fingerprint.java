package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Short names for contents: 12 hexadecimal characters that change when the content does. */
public final class Fingerprint {

    private static final int LENGTH = 12;

    private Fingerprint() {}

    public static String of(Collection<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    /** Of a jar's entries by name and checksum, without reading them. */
    static String ofJar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return of(zip.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .map(entry -> entry.getName() + ":" + entry.getCrc() + ":" + entry.getSize())
                    .toList());
        } catch (IOException unreadable) {
            throw new StackFailure("cannot read " + jar + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Of files by name, size and time of change: what the JVM itself looks at. */
    static String ofFiles(List<Path> files) {
        return of(files.stream().map(Fingerprint::stamp).toList());
    }

    static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new StackFailure("cannot read " + folder + ": build first with ./mvnw package", unreadable);
        }
    }

    private static String stamp(Path file) {
        try {
            return file.getFileName() + ":" + Files.size(file) + ":"
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException unreadable) {
            throw new StackFailure("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
