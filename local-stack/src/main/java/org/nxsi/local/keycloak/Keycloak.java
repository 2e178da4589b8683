package org.nxsi.local.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One Keycloak: the shared installation, seen from a folder of its own with its own database.
 *
 * @param folder what Keycloak takes for its home
 */
public record Keycloak(Path folder) {

    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");
    private static final String IMPORT = "data/import/nxsi-realm.json";

    /**
     * Makes the folder ready. A realm file other than the one that was imported empties the database: Keycloak imports a
     * realm only once.
     *
     * @param archives folder with Keycloak's archive
     * @param programs folder of shared programs
     * @param folder of this Keycloak
     * @throws IOException if a folder cannot be written or the archive is missing
     */
    public static Keycloak prepare(Path archives, Path programs, Path folder, Consumer<String> note)
            throws IOException, InterruptedException {
        Files.createDirectories(programs);
        Path installation = KeycloakInstallation.prepare(archives, programs, note);
        Files.createDirectories(folder);
        for (String shared : SHARED) {
            Path link = folder.resolve(shared);
            if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(installation.resolve(shared))) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, installation.resolve(shared));
            }
        }
        Keycloak keycloak = new Keycloak(folder);
        keycloak.placeRealm(RealmFile.write(RealmFile.local()));
        return keycloak;
    }

    private void placeRealm(String realm) throws IOException {
        Path file = folder.resolve(IMPORT);
        if (Files.exists(file) && Files.readString(file).equals(realm)) {
            return;
        }
        deleteTree(folder.resolve("data"));
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling("realm.new");
        Files.writeString(unfinished, realm);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Flags of Keycloak's JVM besides heap and collector; the ones of its own start script. */
    public List<String> flags() {
        return List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true");
    }

    /** Class path and main class. */
    public List<String> launch() throws IOException {
        Path jar = folder.resolve("lib/quarkus-run.jar").toRealPath();
        return List.of("-cp", jar.toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    /**
     * What it is started with.
     *
     * @param port of plain HTTP on 127.0.0.1, part of the issuer in every token
     */
    public List<String> arguments(int port) {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--cache=local");
    }

    /** The administrator of the server itself, for its console on this machine. */
    public Map<String, String> environment() {
        return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
