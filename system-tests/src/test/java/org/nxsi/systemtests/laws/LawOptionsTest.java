package org.nxsi.systemtests.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.local.stack.StackAddresses;
import org.nxsi.systemtests.evidence.AuditedSystem;

class LawOptionsTest {

    private static final AuditedSystem LOCAL = AuditedSystem.local(new StackAddresses(18_000));

    @Test
    void without_options_the_local_stack_is_looked_at_and_nothing_is_told_again() {
        LawOptions options = LawOptions.parse(List.of(), Map.of(), LOCAL);
        assertThat(options.system()).isEqualTo(LOCAL);
        assertThat(options.replay()).isFalse();
        assertThat(options.report()).isEmpty();
    }

    @Test
    void another_system_is_named_by_its_addresses_and_its_token_comes_from_the_surroundings() {
        LawOptions options = LawOptions.parse(
                List.of(
                        "--gateway",
                        "https://bureau.example/",
                        "--banks",
                        "none",
                        "--kafka",
                        "none",
                        "--report",
                        "/r.json"),
                Map.of(LawOptions.TOKEN, "secret"),
                LOCAL);
        assertThat(options.system().gateway()).isEqualTo(URI.create("https://bureau.example"));
        assertThat(options.system().banks()).isEmpty();
        assertThat(options.system().kafka()).isEmpty();
        assertThat(options.system().token()).contains("secret");
        assertThat(options.report()).contains(Path.of("/r.json"));
    }

    @Test
    void a_word_that_is_not_understood_is_named() {
        assertThatThrownBy(() -> LawOptions.parse(List.of("--gatway"), Map.of(), LOCAL))
                .hasMessageContaining("--gatway");
        assertThatThrownBy(() -> LawOptions.parse(List.of("--gateway"), Map.of(), LOCAL))
                .hasMessageContaining("needs a value");
        assertThatThrownBy(() -> LawOptions.parse(List.of("--gateway", "bureau"), Map.of(), LOCAL))
                .hasMessageContaining("address");
    }
}
