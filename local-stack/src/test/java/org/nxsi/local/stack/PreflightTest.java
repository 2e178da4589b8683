package org.nxsi.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path folder;

    @Test
    void a_taken_port_is_named_with_the_part_that_wants_it() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> Preflight.requireFree(other.getLocalPort(), "gateway"))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " (gateway)")
                    .hasMessageContaining("NXSI_PORT_BASE")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_free_port_is_no_problem() throws IOException {
        int port;
        try (ServerSocket short_lived = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = short_lived.getLocalPort();
        }
        assertThatCode(() -> Preflight.requireFree(port, "gateway")).doesNotThrowAnyException();
    }

    @Test
    void a_home_that_is_no_folder_is_refused_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> Preflight.checkFolders(config(file)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("cannot write to " + file)
                .hasMessageNotContaining("\n");
    }

    private StackConfig config(Path home) {
        return new StackConfig(
                folder, home, folder.resolve("cache"), 28_000, Map.of(), Duration.ofSeconds(1), false, false);
    }
}
