package org.nxsi.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresClusterTest {

    @Test
    void the_newest_installed_version_is_taken(@TempDir Path versions) throws IOException {
        install(versions.resolve("9/bin"));
        Path newest = install(versions.resolve("15/bin"));
        Files.createDirectories(versions.resolve("16/bin"));

        assertThat(PostgresPrograms.find(versions, List.of())).contains(new PostgresPrograms(newest));
    }

    @Test
    void without_debians_folders_the_path_is_searched(@TempDir Path folder) throws IOException {
        Path onPath = install(folder.resolve("bin"));

        assertThat(PostgresPrograms.find(folder.resolve("none"), List.of(folder, onPath)))
                .contains(new PostgresPrograms(onPath));
        assertThat(PostgresPrograms.find(folder.resolve("none"), List.of(folder)))
                .isEmpty();
    }

    @Test
    void a_cluster_of_its_own_listens_until_it_is_closed(@TempDir Path folder) throws Exception {
        Optional<PostgresPrograms> installed = PostgresPrograms.installed();
        assumeTrue(installed.isPresent(), PostgresCluster.NOT_INSTALLED);
        // As root it runs as another user, who has to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();

        try (PostgresCluster cluster =
                PostgresCluster.start(installed.get(), folder.resolve("pg"), port, Durability.KILLED_PROCESS)) {
            assertThat(cluster.url()).contains(Integer.toString(port));
            assertThat(listens(port)).isTrue();
            assertThat(folder.resolve("pg/data/postgresql.conf")).content().contains("fsync = off");
        }

        assertThat(listens(port)).isFalse();
    }

    private static Path install(Path bin) throws IOException {
        Files.createDirectories(bin);
        for (String program : List.of("initdb", "pg_ctl")) {
            Files.createFile(
                    bin.resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return bin;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
