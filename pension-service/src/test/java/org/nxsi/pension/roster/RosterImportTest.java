package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;

class RosterImportTest {

    private final Beneficiaries beneficiaries = PensionUnderTest.service().part(Beneficiaries.class);

    @Test
    void a_roster_makes_beneficiaries() {
        String number = RosterFile.newNumber();

        JsonNode done = Imports.done(
                RosterFile.utf8().line(RosterFile.row(number)).persons(249).bytes());

        assertThat(figures(done)).isEqualTo("rows 250 created 250 updated 0 unchanged 0 bad 0");
        assertThat(done.path("chunksDone").asInt()).isEqualTo(3);
        Beneficiary beneficiary = beneficiary(number);
        assertThat(beneficiary.number()).isEqualTo(number);
        assertThat(beneficiary.components().total()).isEqualTo(Fen.ofYuan("4527.36"));
        assertThat(beneficiary.status()).isEqualTo(BeneficiaryStatus.ACTIVE);
        assertThat(beneficiary.version()).isEqualTo(1);
    }

    @Test
    void the_same_roster_under_a_new_key_changes_nothing() {
        byte[] file = RosterFile.utf8().persons(120).bytes();
        Imports.done(file);

        assertThat(figures(Imports.done(file))).isEqualTo("rows 120 created 0 updated 0 unchanged 120 bad 0");
    }

    @Test
    void a_changed_row_changes_its_beneficiary_alone() {
        String changed = RosterFile.newNumber();
        String same = RosterFile.newNumber();
        Imports.done(RosterFile.utf8()
                .line(RosterFile.row(changed))
                .line(RosterFile.row(same))
                .bytes());

        JsonNode done = Imports.done(RosterFile.utf8()
                .line(RosterFile.row(changed).replace(",102,", ",403,"))
                .line(RosterFile.row(same))
                .bytes());

        assertThat(figures(done)).isEqualTo("rows 2 created 0 updated 1 unchanged 1 bad 0");
        assertThat(beneficiary(changed).account().bank()).isEqualTo("403");
        assertThat(beneficiary(changed).version()).isEqualTo(2);
        assertThat(beneficiary(same).version()).isEqualTo(1);
    }

    @Test
    void the_same_key_and_file_get_the_same_answer() {
        byte[] file = RosterFile.utf8().persons(3).line("bad").bytes();
        String key = PensionUnderTest.freshKey();
        Answer first = Imports.send(file, key);
        Imports.done(first);

        Answer second = Imports.send(file, key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void another_file_under_the_same_key_is_refused() {
        String key = PensionUnderTest.freshKey();
        Imports.done(Imports.send(RosterFile.utf8().persons(1).bytes(), key));

        Answer other = Imports.send(RosterFile.utf8().persons(1).bytes(), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void every_bad_row_is_named_and_good_rows_are_unharmed() {
        String good = RosterFile.newNumber();
        String twice = RosterFile.newNumber();
        String wrongDigit = twice.substring(0, 17) + (twice.endsWith("0") ? '1' : '0');
        byte[] noText = {'6', (byte) 0xFF, (byte) 0xFE, ',', (byte) 0x80};

        JsonNode done = Imports.done(RosterFile.utf8()
                .line(RosterFile.row(wrongDigit))
                .line(RosterFile.row(twice))
                .line(RosterFile.row(twice))
                .line(RosterFile.row(RosterFile.newNumber(), "王明", "-0.01"))
                .line(noText)
                .line(RosterFile.row(RosterFile.newNumber(), "王".repeat(1400), "1.00"))
                .line(RosterFile.row(good))
                .bytes());

        assertThat(figures(done)).isEqualTo("rows 7 created 2 updated 0 unchanged 0 bad 5");
        assertThat(faults(done.path("id").asString(), "?limit=100"))
                .containsExactly(
                        "2 社会保障号码 social-number-check-digit",
                        "4 整行 duplicate-person",
                        "5 基础养老金 amount-negative",
                        "6 整行 row-encoding",
                        "7 整行 row-too-long");
        assertThat(beneficiary(good).version()).isEqualTo(1);
    }

    @Test
    void bad_rows_come_page_by_page_in_the_order_of_the_file() {
        RosterFile file = RosterFile.utf8();
        for (int i = 0; i < 110; i++) {
            file.line("bad").persons(1);
        }
        String id = Imports.done(file.bytes()).path("id").asString();

        List<Integer> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Imports.badRows(id, "?limit=30" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(item -> rows.add(item.path("row").asInt()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(rows).hasSize(110).isSorted().doesNotHaveDuplicates();
        assertThat(rows.getLast()).isEqualTo(220);
    }

    @Test
    void gb_18030_and_utf_8_with_a_mark_are_read_alike() {
        String inGb = RosterFile.newNumber();
        Imports.done(RosterFile.gb18030()
                .line(RosterFile.row(inGb, "马𠮷·阿依", "1.00"))
                .bytes());
        assertThat(beneficiary(inGb).name()).isEqualTo("马𠮷·阿依");

        String marked = RosterFile.newNumber();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        file.writeBytes(RosterFile.utf8().line(RosterFile.row(marked)).bytes());
        Imports.done(file.toByteArray());
        assertThat(beneficiary(marked).name()).isEqualTo("王小明");
    }

    @Test
    void the_simulated_banks_column_changes_nothing_here() {
        String number = RosterFile.newNumber();
        Imports.done(RosterFile.utf8().line(RosterFile.row(number)).bytes());

        JsonNode done = Imports.done(RosterFile.withHeader(RosterFile.HEADER + ",银行侧状态")
                .line(RosterFile.row(number) + ",销户")
                .bytes());

        assertThat(figures(done)).isEqualTo("rows 1 created 0 updated 0 unchanged 1 bad 0");
    }

    @Test
    void a_wrong_header_and_a_wrong_encoding_are_refused_whole() {
        Answer header = Imports.send(RosterFile.withHeader("姓名,金额").persons(2).bytes());
        assertThat(header.status()).isEqualTo(400);
        assertThat(header.text("code")).isEqualTo("roster-header");

        Answer encoding = Imports.send(new byte[] {(byte) 0xFF, (byte) 0xFE, 1, 2, '\n'});
        assertThat(encoding.status()).isEqualTo(400);
        assertThat(encoding.text("code")).isEqualTo("roster-encoding");
    }

    @Test
    void after_a_refusal_the_same_key_may_bring_the_right_file() {
        String key = PensionUnderTest.freshKey();
        assertThat(Imports.send("wrong".getBytes(StandardCharsets.UTF_8), key).status())
                .isEqualTo(400);

        JsonNode done = Imports.done(Imports.send(RosterFile.utf8().persons(2).bytes(), key));

        assertThat(figures(done)).isEqualTo("rows 2 created 2 updated 0 unchanged 0 bad 0");
    }

    @Test
    void a_roster_without_rows_is_done_at_once() {
        assertThat(figures(Imports.done(RosterFile.utf8().bytes())))
                .isEqualTo("rows 0 created 0 updated 0 unchanged 0 bad 0");
    }

    @Test
    void only_clerks_with_an_agency_and_a_key_import() {
        byte[] file = RosterFile.utf8().persons(1).bytes();
        String key = PensionUnderTest.freshKey();

        assertThat(Imports.send(file, key, PensionUnderTest.staff("auditor", Role.AUDITOR))
                        .text("code"))
                .isEqualTo("role-required");
        assertThat(Imports.send(file, key, PensionUnderTest.staffOf("999999", "lost", Role.CLERK))
                        .text("code"))
                .isEqualTo("agency-unknown");
        assertThat(Imports.send(file, " ").text("code")).isEqualTo("idempotency-key-required");
    }

    @Test
    void an_agency_sees_and_names_its_own_area_alone() {
        String guyuan = PensionUnderTest.staffOf("640400", "guyuan-clerk", Role.CLERK);
        Answer own = Imports.send(RosterFile.utf8().persons(1).bytes(), PensionUnderTest.freshKey(), guyuan);

        assertThat(own.text("bad")).isEqualTo("1");
        Imports.done(own);
        String others =
                Imports.done(RosterFile.utf8().persons(1).bytes()).path("id").asString();
        assertThat(PensionUnderTest.service()
                        .get("/admin/v1/rosters/" + others, guyuan)
                        .text("code"))
                .isEqualTo("roster-unknown");
    }

    private Beneficiary beneficiary(String number) {
        return beneficiaries.ofPayee(PensionUnderTest.payee(number)).getFirst();
    }

    private static String figures(JsonNode state) {
        return "rows %d created %d updated %d unchanged %d bad %d"
                .formatted(
                        state.path("rows").asInt(),
                        state.path("created").asInt(),
                        state.path("updated").asInt(),
                        state.path("unchanged").asInt(),
                        state.path("bad").asInt());
    }

    private static List<String> faults(String id, String page) {
        List<String> faults = new ArrayList<>();
        Imports.badRows(id, page)
                .path("items")
                .forEach(item -> faults.add(
                        item.path("row").asInt() + " " + item.path("field").asString() + " "
                                + item.path("code").asString()));
        return faults;
    }
}
