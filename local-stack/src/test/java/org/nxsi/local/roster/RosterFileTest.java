package org.nxsi.local.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTest {

    @TempDir
    Path folder;

    @Test
    void the_file_has_the_header_and_a_line_for_each_payee() throws IOException {
        Path file = folder.resolve("deeper/roster.csv");

        RosterFile.write(new SampleRoster(300, 1), file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(301);
        assertThat(lines.getFirst())
                .isEqualTo("社会保障号码,姓名,参保地,险种,待遇开始年月,基础养老金,个人账户养老金,过渡性养老金,补贴,银行行别,银行账号,户名,资格认证有效期,银行侧状态");
        assertThat(lines.get(1)).startsWith("64010419550112999X,马国明,640104,110,2015-02,");
    }

    @Test
    void writing_again_gives_the_same_file() throws IOException {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");

        RosterFile.write(new SampleRoster(1_000, 42), first);
        RosterFile.write(new SampleRoster(1_000, 42), second);

        assertThat(first).hasSameBinaryContentAs(second);
    }
}
