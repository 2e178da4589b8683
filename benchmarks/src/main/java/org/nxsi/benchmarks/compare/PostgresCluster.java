package org.nxsi.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.local.month.MonthFailure;

/** A PostgreSQL of the bench's own: a fresh cluster in a folder of its own, on 127.0.0.1 only, gone when it is closed. */
final class PostgresCluster implements AutoCloseable {

    static final String NOT_INSTALLED =
            "no PostgreSQL server on this machine (initdb, pg_ctl): apt-get install postgresql";

    static final String USER = "baseline";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration A_LOOK = Duration.ofSeconds(10);
    /** It refuses to run as root; Debian's package makes this user. */
    private static final String OWNER_FOR_ROOT = "postgres";

    /** What anybody would tune first, with as much page cache as the embedded store has. */
    private static final List<String> TUNED = List.of(
            "shared_buffers = 512MB",
            "max_wal_size = 4GB",
            "wal_buffers = 16MB",
            "work_mem = 32MB",
            "max_connections = 60",
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''");

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port;
    private final Thread hook = new Thread(this::stopIfRunning, "stop-postgres");

    private PostgresCluster(PostgresPrograms programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** @throws MonthFailure if it cannot be started, with the end of its log */
    static PostgresCluster start(PostgresPrograms programs, Path folder, int port, Durability durability)
            throws InterruptedException {
        PostgresCluster cluster = new PostgresCluster(programs, folder, port);
        cluster.make(durability);
        Runtime.getRuntime().addShutdownHook(cluster.hook);
        try {
            cluster.control("-l", cluster.log(), "-w", "-t", "60", "start");
            return cluster;
        } catch (MonthFailure failure) {
            cluster.close();
            throw new MonthFailure("PostgreSQL does not start, see " + cluster.log(), failure);
        }
    }

    /** For JDBC, with user {@value #USER} and no password. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void make(Durability durability) throws InterruptedException {
        Path log = folder.resolve("initdb.log");
        try {
            Files.createDirectories(folder);
            if (isRoot()) {
                Child.run(List.of("chown", OWNER_FOR_ROOT, folder.toString()), log, A_LOOK);
                requireReachable(log);
            }
            Child.run(
                    asOwner("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C"), log, LIMIT);
            List<String> settings = new ArrayList<>(TUNED);
            settings.add("port = " + port);
            settings.addAll(durability.settings());
            Files.write(folder.resolve("data/postgresql.conf"), settings, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new MonthFailure("cannot make a PostgreSQL cluster in " + folder + ": " + failure, failure);
        }
    }

    private void requireReachable(Path log) throws InterruptedException {
        try {
            Child.run(asUser(List.of("test", "-w", folder.toString())), log, A_LOOK);
        } catch (MonthFailure hidden) {
            throw new MonthFailure(
                    "user " + OWNER_FOR_ROOT + " cannot reach " + folder
                            + ": set NXSI_HOME to a folder that everybody may pass through",
                    hidden);
        }
    }

    private List<String> asOwner(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.program(program)));
        command.addAll(List.of(arguments));
        return isRoot() ? asUser(command) : command;
    }

    private static List<String> asUser(List<String> command) {
        List<String> all = new ArrayList<>(List.of("runuser", "-u", OWNER_FOR_ROOT, "--"));
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String log() {
        return folder.resolve("postgres.log").toString();
    }

    private void control(String... words) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-D", data()));
        arguments.addAll(List.of(words));
        Child.run(asOwner("pg_ctl", arguments.toArray(String[]::new)), folder.resolve("pg_ctl.log"), LIMIT);
    }

    private void stopIfRunning() {
        try {
            control("-m", "fast", "-w", "stop");
        } catch (MonthFailure notRunning) {
            // what there is to know stands in its log
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopIfRunning();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it runs already, and finds nothing to stop
        }
    }
}
