package org.nxsi.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedProgramTest {

    @TempDir
    Path folder;

    @Test
    void the_plain_jar_starts_the_program_with_its_libraries_in_order() throws IOException {
        new PackedProgram(packed("first.jar", "one")).unpack(folder, "program.jar");

        try (JarFile jar = new JarFile(folder.resolve("program.jar").toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("org.nxsi.Program");
            assertThat(attributes.getValue(Attributes.Name.CLASS_PATH))
                    .matches("libraries/zeta-[0-9a-f]{8}\\.jar libraries/alpha-[0-9a-f]{8}\\.jar");
            assertThat(jar.getEntry("org/nxsi/Program.class")).isNotNull();
        }
    }

    @Test
    void two_programs_share_a_library_of_the_same_content_only() throws IOException {
        new PackedProgram(packed("first.jar", "one")).unpack(folder, "program.jar");
        new PackedProgram(packed("second.jar", "one")).unpack(folder, "same.jar");
        new PackedProgram(packed("third.jar", "two")).unpack(folder, "other.jar");

        try (var libraries = Files.list(folder.resolve("libraries"))) {
            assertThat(libraries).hasSize(3);
        }
    }

    private Path packed(String name, String content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", "org.nxsi.Program");
        Path file = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            add(out, "BOOT-INF/classes/org/nxsi/Program.class", "code");
            add(out, "BOOT-INF/lib/alpha.jar", "always the same");
            add(out, "BOOT-INF/lib/zeta.jar", content);
            add(out, "BOOT-INF/classpath.idx", "- \"BOOT-INF/lib/zeta.jar\"\n- \"BOOT-INF/lib/alpha.jar\"\n");
        }
        return file;
    }

    private static void add(JarOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
