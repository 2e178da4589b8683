package org.nxsi.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is checked before anything is started; each finding is one line that says what to do. */
final class Preflight {

    private static final long MIB = 1024 * 1024;
    private static final long HOME_NEEDS_MB = 600;
    private static final long CACHE_NEEDS_MB = 1_600;

    private Preflight() {}

    /** @throws StackFailure naming the first port that another program has */
    static void checkPorts(List<Part> parts) {
        for (Part part : parts) {
            for (int port : part.ports()) {
                requireFree(port, part.name());
            }
        }
    }

    /** @throws StackFailure if the folders cannot be written or their disk is full */
    static void checkFolders(StackConfig config) {
        requireRoom(config.home(), HOME_NEEDS_MB);
        requireRoom(config.cache(), Files.exists(config.cache().resolve("programs")) ? HOME_NEEDS_MB : CACHE_NEEDS_MB);
    }

    /** @throws StackFailure if another program listens there */
    static void requireFree(int port, String part) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException taken) {
            throw new StackFailure("port " + port + " (" + part + ") is taken by another program: stop it, or choose"
                    + " other ports, for example NXSI_PORT_BASE=28000 ./run");
        }
    }

    private static void requireRoom(Path folder, long needed_mb) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.write(probe, new byte[4096]);
            Files.delete(probe);
            long free_mb = Files.getFileStore(folder).getUsableSpace() / MIB;
            if (free_mb < needed_mb) {
                throw new StackFailure("the disk is full: " + folder + " has " + free_mb + " MB free, " + needed_mb
                        + " MB are needed; make room or set NXSI_HOME to another folder");
            }
        } catch (IOException refused) {
            throw new StackFailure(
                    "cannot write to " + folder + " (" + reason(refused) + "): give the folder to this user, make room,"
                            + " or set NXSI_HOME to another folder",
                    refused);
        }
    }

    private static String reason(IOException refused) {
        String name = refused.getClass().getSimpleName().replace("Exception", "");
        return name + ": " + refused.getMessage();
    }
}
