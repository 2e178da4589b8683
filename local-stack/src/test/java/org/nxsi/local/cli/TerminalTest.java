package org.nxsi.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void the_bar_is_as_long_as_the_work_done() {
        assertThat(Terminal.bar("pay", 12, 24))
                .contains("[###############---------------]")
                .contains("50 %")
                .contains("12 of 24");
        assertThat(Terminal.bar("pay", 0, 0)).contains("…");
        assertThat(Terminal.bar("pay", 30, 24)).contains("#".repeat(30));
    }

    @Test
    void on_a_terminal_the_bar_moves_in_its_line_and_a_note_gets_its_own() {
        Terminal terminal = new Terminal(out, true, () -> {});

        terminal.progress("pay", 1, 4);
        terminal.progress("pay", 2, 4);
        terminal.note("released by finance");

        assertThat(text().split("\n", -1)).hasSize(3).contains("  released by finance");
        assertThat(text()).contains("\r");
    }

    @Test
    void elsewhere_a_bar_is_a_line_now_and_then() {
        Terminal terminal = new Terminal(out, false, () -> {});

        terminal.progress("pay", 1, 4);
        terminal.progress("pay", 2, 4);
        terminal.progress("reconcile", 1, 6);

        assertThat(text()).doesNotContain("\r");
        assertThat(text().lines()).hasSize(2);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
