package org.nxsi.systemtests.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nxsi.local.stack.StackConfig;

class LawsAreWrittenDownTest {

    @Test
    void every_law_stands_in_the_docs_and_nothing_else_is_called_one() throws IOException {
        Path docs = StackConfig.findRoot().resolve("docs/money-laws.md");
        assertThat(Files.readAllLines(docs).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3))))
                .containsExactlyElementsOf(Laws.all().stream().map(Law::name).toList());
    }
}
