package org.nxsi.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.local.stack.RunningParts.RunningPart;

class RunningPartsTest {

    @TempDir
    Path home;

    @Test
    void what_was_written_down_is_read_back() {
        RunningParts running = new RunningParts(28_000, 1, true, 12.5, List.of(part("kafka", 1, "mark")));

        running.write(home);

        assertThat(RunningParts.read(home)).contains(running);
    }

    @Test
    void nothing_written_means_nothing_runs() {
        assertThat(RunningParts.read(home)).isEmpty();
    }

    @Test
    void a_process_id_that_was_given_to_another_program_is_not_ours() {
        long someone = ProcessHandle.current().pid();

        assertThat(part("kafka", someone, "-Dnxsi.part=kafka@" + home).process())
                .isEmpty();
    }

    @Test
    void stopping_ends_what_carries_the_mark_and_nothing_else() throws IOException, InterruptedException {
        Process ours = new ProcessBuilder("sleep", "300").start();
        Process another = new ProcessBuilder("sleep", "301").start();
        try {
            RunningParts running = new RunningParts(
                    28_000,
                    1,
                    true,
                    1,
                    List.of(part("ours", ours.pid(), "sleep 300"), part("other", another.pid(), "mark")));

            int stopped = new Stopping(running, StackListener.SILENT).gently();

            assertThat(stopped).isEqualTo(1);
            assertThat(ours.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(another.isAlive()).isTrue();
        } finally {
            ours.destroyForcibly();
            another.destroyForcibly();
        }
    }

    @Test
    void a_part_that_dies_is_not_alive() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor(10, TimeUnit.SECONDS);

        RunningParts running = new RunningParts(28_000, 1, true, 1, List.of(part("true", process.pid(), "true")));

        assertThat(running.alive()).isEmpty();
        assertThat(running.isUp()).isFalse();
    }

    @Test
    void the_end_of_a_log_says_what_was_wrong_and_not_how_the_jvm_went() throws IOException {
        Path log = Files.writeString(home.resolve("part.log"), """
                all is well
                the port is taken

                [3.7s][warning][aot] Skipping jdk/proxy1/$Proxy3
                Picked up JAVA_TOOL_OPTIONS: -Dx=y
                """);

        assertThat(LogTail.of(log, 5)).containsExactly("all is well", "the port is taken");
        assertThat(LogTail.of(home.resolve("none.log"), 5)).isEmpty();
    }

    private RunningPart part(String name, long pid, String mark) {
        return new RunningPart(name, pid, mark, home.resolve(name + ".log").toString(), List.of(28_092), 1, "");
    }
}
