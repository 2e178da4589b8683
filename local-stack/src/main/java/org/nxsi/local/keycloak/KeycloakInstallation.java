package org.nxsi.local.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keycloak unpacked and built for how it is used here: Keycloak works out its extensions and database once
 * ({@code kc.sh build}) and then starts three times as fast. Shared by all stacks of the repository.
 */
final class KeycloakInstallation {

    private static final String ARCHIVE_END = ".tar.gz";
    private static final long LIMIT_S = 300;
    private static final List<String> BUILD = List.of(
            "bin/kc.sh",
            "build",
            "--db=dev-file",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=admin-fine-grained-authz,ciba,par,device-flow,kerberos,impersonation");

    private KeycloakInstallation() {}

    /**
     * The folder of the ready installation, made the first time.
     *
     * @param archives folder with {@code keycloak-<version>.tar.gz}, as the build leaves it
     * @throws IOException if the archive is missing or cannot be unpacked
     */
    static Path prepare(Path archives, Path programs, Consumer<String> note) throws IOException, InterruptedException {
        Path archive = archive(archives);
        String name = archive.getFileName().toString().replace(ARCHIVE_END, "");
        Path installed = programs.resolve(name);
        if (Files.exists(installed)) {
            return installed;
        }
        note.accept("unpacking and building " + name + " (once)");
        Path unfinished =
                programs.resolve(name + ".new" + ProcessHandle.current().pid());
        Files.createDirectories(unfinished);
        run(unfinished, List.of("tar", "-xzf", archive.toString(), "--strip-components=1"), programs);
        run(unfinished, BUILD, programs);
        Files.move(unfinished, installed, StandardCopyOption.ATOMIC_MOVE);
        return installed;
    }

    private static Path archive(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> found = files.filter(
                                file -> file.getFileName().toString().startsWith("keycloak-"))
                        .filter(file -> file.toString().endsWith(ARCHIVE_END))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return found.getLast();
                }
            }
        }
        throw new IOException("Keycloak's archive is missing in " + folder + ": run ./mvnw -DskipTests package");
    }

    private static void run(Path folder, List<String> command, Path logs) throws IOException, InterruptedException {
        File log = logs.resolve("keycloak-build.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("`" + command.getFirst() + "` failed, see " + log);
        }
    }
}
