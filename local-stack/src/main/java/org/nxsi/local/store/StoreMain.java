package org.nxsi.local.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code --data DIR --port N --cache-mb N --reserve-mb N --full-when FILE}: runs a {@link StoreServer} until the process is
 * told to stop. {@code --full-when} is for tests: the disk counts as full while that file exists.
 */
public final class StoreMain {

    private static final int DEFAULT_PORT = 18017;
    private static final int DEFAULT_CACHE_MB = 256;
    private static final int EXIT_CANNOT_WRITE = 3;
    private static final List<String> OPTIONS =
            List.of("--data", "--port", "--cache-mb", "--reserve-mb", "--full-when");

    private StoreMain() {}

    public static void main(String[] arguments) {
        try {
            Map<String, String> options = read(arguments);
            Path folder = Path.of(options.getOrDefault("--data", "store"));
            StoreServer server = StoreServer.start(
                    folder,
                    number(options, "--port", DEFAULT_PORT),
                    number(options, "--cache-mb", DEFAULT_CACHE_MB),
                    room(folder, options),
                    StoreMain::stopAtOnce);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "store-shutdown"));
            System.out.println("store: listening at " + server.uri());
        } catch (StoreUnavailable | IllegalArgumentException e) {
            System.err.println("store: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Room room(Path folder, Map<String, String> options) {
        String pretext = options.get("--full-when");
        return new Room(
                folder, number(options, "--reserve-mb", Room.RESERVE_MB), pretext == null ? null : Path.of(pretext));
    }

    /** Without a file to write there is nothing to go on with, and nothing unwritten may be answered as done. */
    private static void stopAtOnce(RuntimeException failure) {
        System.err.println("store: cannot write its file (is the disk full?): " + failure.getMessage());
        Runtime.getRuntime().halt(EXIT_CANNOT_WRITE);
    }

    private static Map<String, String> read(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "usage: --data DIR --port N --cache-mb N --reserve-mb N --full-when FILE");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static int number(Map<String, String> options, String name, int byDefault) {
        String text = options.get(name);
        try {
            return text == null ? byDefault : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not " + text, e);
        }
    }
}
