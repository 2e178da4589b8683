package org.nxsi.deferral.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.deferral.Ledger;
import org.nxsi.deferral.view.EntryNumber;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.web.Role;

class ExportTest {

    private static final String CITY = "640400";
    private static final String ONE = "640402";
    private static final String OTHER = "640422";

    private static String person = "";
    private static String employer = "";
    private static String entry = "";

    @BeforeAll
    static void fill() {
        Ledger.lift(Ledger.declare(CITY), "2020-06-30");
        person = Ledger.person();
        employer = Ledger.employer();
        entry = Ledger.february(ONE, employer);
        Ledger.open(ONE, "RESIDENT", person, "CONTRIBUTION", "170", "2020-02", "2020-02-28", "200.00");
        Ledger.february(OTHER, Ledger.employer());
    }

    @Test
    void both_formats_hold_the_same_ledger() {
        List<List<String>> xlsx = xlsx(bytes(Ledger.service(), "format=xlsx&region=" + CITY, Ledger.clerk()));
        List<List<String>> csv = csv(bytes(Ledger.service(), "format=csv&region=" + CITY, Ledger.clerk()));

        assertThat(xlsx).isEqualTo(csv).hasSize(4);
        assertThat(csv.getFirst()).isEqualTo(LedgerColumn.titles());
        assertThat(csv.get(1))
                .startsWith("1")
                .contains(employer, "用人单位", "缴费", "2020-02", "110", "2020-02-25", "1000.00", "疫情停工", "2020-02-10")
                .contains("电话", "待补办", "2020-09-30", "宁人社办发〔2020〕2号 第七条", EntryNumber.of(entry));
    }

    @Test
    void persons_are_masked_in_the_file() {
        String csv = new String(
                bytes(Ledger.service(), "format=csv&region=" + CITY, Ledger.clerk()), StandardCharsets.UTF_8);

        assertThat(csv).doesNotContain(person).contains(person.substring(0, 4) + "****" + person.substring(24));
    }

    @Test
    void a_clerk_of_a_county_takes_that_county_only() {
        String clerk = Ledger.staff(OTHER, "clerk-" + OTHER, Role.CLERK);

        assertThat(csv(bytes(Ledger.service(), "format=csv", clerk))).hasSize(2);
        assertThat(get("format=csv&region=" + ONE, clerk).text("code")).isEqualTo("area-not-yours");
    }

    @Test
    void it_is_narrowed_as_the_search_is() {
        assertThat(csv(bytes(Ledger.service(), "format=csv&region=" + CITY + "&state=MADE_UP", Ledger.clerk())))
                .hasSize(1);
        assertThat(csv(bytes(
                        Ledger.service(), "format=csv&region=" + CITY + "&deadlineUntil=2020-09-30", Ledger.clerk())))
                .hasSize(4);
    }

    @Test
    void the_file_has_a_name_and_is_kept_by_nobody_on_the_way() {
        Answer answer = get("format=csv&region=" + CITY, Ledger.clerk());

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition"))
                .contains("filename=\"deferral-ledger-640400-2020-")
                .contains("filename*=UTF-8''%E5%BB%B6%E6%9C%9F");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void another_format_or_too_many_rows_are_refused_before_a_file_begins() {
        assertThat(get("format=pdf", Ledger.clerk()).text("field")).isEqualTo("format");
        ServiceUnderTest small = Ledger.another("nxsi.deferral.export.most-rows=2");
        Answer refused = small.get("/admin/v1/deferrals/export?format=csv&region=" + CITY, Ledger.clerk());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("export-too-large");
    }

    @Test
    void citizens_and_agents_take_no_files() {
        assertThat(get("format=csv", Ledger.citizen(person)).status()).isEqualTo(403);
        assertThat(get("format=csv", Ledger.agent(employer)).status()).isEqualTo(403);
    }

    private static Answer get(String query, String token) {
        return Ledger.service().get("/admin/v1/deferrals/export?" + query, token);
    }

    private static byte[] bytes(ServiceUnderTest service, String query, String token) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(
                    service.request("/admin/v1/deferrals/export?" + query, token)
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<List<String>> xlsx(byte[] file) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<List<String>> rows = new ArrayList<>();
            book.getFirstSheet()
                    .read()
                    .forEach(row ->
                            rows.add(row.stream().map(cell -> cell.getText()).toList()));
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<List<String>> csv(byte[] file) {
        try {
            StringReader text = new StringReader(new String(file, StandardCharsets.UTF_8));
            assertThat(text.read()).isEqualTo(0xFEFF);
            CsvReader reader = new CsvReader(text);
            List<List<String>> rows = new ArrayList<>();
            for (List<String> row = reader.row(); row != null; row = reader.row()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
