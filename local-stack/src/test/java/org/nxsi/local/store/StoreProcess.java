package org.nxsi.local.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The store in a process of its own, as it runs in earnest. */
final class StoreProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final String firstLine;

    private StoreProcess(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader();
        this.firstLine = String.valueOf(output.readLine());
    }

    static StoreProcess start(Path folder, int port) throws IOException {
        return start(List.of(), folder, port);
    }

    /** @param limit_kb files beyond this size cannot be written, as on a full disk */
    static StoreProcess startOnSmallDisk(Path folder, int limit_kb) throws IOException {
        return start(List.of("bash", "-c", "ulimit -f " + limit_kb + " && exec \"$@\"", "store"), folder, 0);
    }

    private static StoreProcess start(List<String> wrapper, Path folder, int port) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreMain.class.getName()));
        command.addAll(List.of("--data", folder.toString(), "--port", String.valueOf(port), "--cache-mb", "16"));
        return new StoreProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What it said first: where it listens, or why it does not. */
    String firstLine() {
        return firstLine;
    }

    String uri() {
        return firstLine.substring(firstLine.indexOf("mongodb://"));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    List<String> furtherLines() {
        return output.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
