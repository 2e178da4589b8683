package org.nxsi.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * A program in Spring Boot's packed form: its own classes under {@code BOOT-INF/classes}, the libraries as jars within the
 * jar, in the order of {@code BOOT-INF/classpath.idx}.
 */
final class PackedProgram {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String ORDER = "BOOT-INF/classpath.idx";
    private static final String POOL = "libraries";
    private static final String START_CLASS = "Start-Class";

    private final Path packed;

    PackedProgram(Path packed) {
        this.packed = packed;
    }

    /**
     * Writes the program as a plain jar {@code name} into the folder, its libraries into a folder beside it that all programs
     * share.
     */
    void unpack(Path folder, String name) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve(POOL));
        Path unfinished = folder.resolve(name + ".new" + ProcessHandle.current().pid());
        try (JarFile jar = new JarFile(packed.toFile())) {
            List<Path> classPath = new ArrayList<>();
            for (ZipEntry library : libraries(jar)) {
                classPath.add(place(jar, library, libraries));
            }
            try (JarOutputStream out =
                    new JarOutputStream(Files.newOutputStream(unfinished), manifest(jar, classPath))) {
                out.setLevel(0);
                copyClasses(jar, out);
            }
        }
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<ZipEntry> libraries(JarFile jar) throws IOException {
        Map<String, ZipEntry> byName = jar.stream()
                .filter(entry -> entry.getName().startsWith(LIBRARIES) && !entry.isDirectory())
                .collect(Collectors.toMap(ZipEntry::getName, entry -> entry));
        List<String> order = order(jar);
        return byName.values().stream()
                .sorted(Comparator.<ZipEntry>comparingInt(entry -> position(order, entry.getName()))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }

    private static List<String> order(JarFile jar) throws IOException {
        ZipEntry index = jar.getEntry(ORDER);
        if (index == null) {
            return List.of();
        }
        try (InputStream in = jar.getInputStream(index)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("^- \"|\"$", ""))
                    .toList();
        }
    }

    private static int position(List<String> order, String name) {
        int position = order.indexOf(name);
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    /** The checksum in the name keeps two builds of a library apart. */
    private static Path place(JarFile jar, ZipEntry library, Path libraries) throws IOException {
        String name = library.getName().substring(LIBRARIES.length()).replaceAll("\\.jar$", "");
        Path file = libraries.resolve(name + "-" + HexFormat.of().toHexDigits((int) library.getCrc()) + ".jar");
        if (!Files.exists(file)) {
            Path unfinished = libraries.resolve(
                    file.getFileName() + ".new" + ProcessHandle.current().pid());
            try (InputStream in = jar.getInputStream(library)) {
                Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static Manifest manifest(JarFile jar, List<Path> classPath) throws IOException {
        Attributes packed = jar.getManifest().getMainAttributes();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, packed.getValue(START_CLASS));
        attributes.put(
                Attributes.Name.CLASS_PATH,
                classPath.stream().map(file -> POOL + "/" + file.getFileName()).collect(Collectors.joining(" ")));
        return manifest;
    }

    private static void copyClasses(JarFile jar, JarOutputStream out) throws IOException {
        for (JarEntry entry : jar.stream()
                .filter(candidate -> candidate.getName().startsWith(CLASSES))
                .toList()) {
            String name = entry.getName().substring(CLASSES.length());
            if (name.isEmpty() || name.equals(JarFile.MANIFEST_NAME)) {
                continue;
            }
            out.putNextEntry(new ZipEntry(name));
            try (InputStream in = jar.getInputStream(entry)) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
    }
}
