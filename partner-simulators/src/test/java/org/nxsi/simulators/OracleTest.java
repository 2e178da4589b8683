package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.platform.partner.AccountCheck;
import tools.jackson.databind.JsonNode;

class OracleTest {

    @TempDir
    private Path folder;

    private Street street;
    private Bureau bureau;

    @BeforeEach
    void the_banks_are_open() throws Exception {
        street = Street.open(folder);
        bureau = street.bureau();
    }

    @AfterEach
    void the_banks_close() throws Exception {
        street.close();
    }

    @Test
    void a_roster_opens_accounts_at_every_bank_and_a_second_time_changes_nothing() throws Exception {
        StringBuilder roster = new StringBuilder("\uFEFFbank,account,name,state\r\n");
        for (int i = 0; i < 12_000; i++) {
            roster.append(i % 2 == 0 ? "102" : "403").append(",6222").append(i).append(",张三,正常\r\n");
        }

        assertThat(bureau.putAccounts(roster.toString()).body()).isEqualTo("{\"opened\":12000}");
        long size = folder.resolve("data/bank-403/accounts.journal").toFile().length();
        assertThat(bureau.putAccounts(roster.toString()).body()).isEqualTo("{\"opened\":12000}");

        assertThat(folder.resolve("data/bank-403/accounts.journal")).hasSize(size);
        assertThat(bureau.check("403", "622211999", "张三")).isEqualTo(AccountCheck.Result.MATCH);
        assertThat(bureau.check("102", "622211999", "张三")).isEqualTo(AccountCheck.Result.NO_ACCOUNT);
    }

    @Test
    void accounts_are_still_there_after_a_restart() throws Exception {
        bureau.putAccounts("102,62221,张三,正常\n102,62222,李四,冻结\n102,62221,王五,正常\n");

        street.restartBanks(Street.QUICK);

        assertThat(street.bureau().check("102", "62221", "王五")).isEqualTo(AccountCheck.Result.MATCH);
        assertThat(street.bureau().check("102", "62222", "李四")).isEqualTo(AccountCheck.Result.FROZEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "102,62221,张三\n",
                "102,62221,张三,正常,more\n",
                "999,62221,张三,正常\n",
                "102,62221,张三,不明\n",
                "102,,张三,正常\n",
                "102,62221,张\t三,正常\n"
            })
    void a_line_that_cannot_be_used_is_left_out_and_named_by_its_number(String line) throws Exception {
        var response = bureau.putAccounts("102,62220,好人,正常\n" + line + "102,62225,好人,正常\n");

        assertThat(response.body())
                .contains("\"opened\":2")
                .contains("\"skipped\":1")
                .contains("\"firstSkipped\":\"line 2 ");
        assertThat(bureau.check("102", "62225", "好人")).isEqualTo(AccountCheck.Result.MATCH);
        assertThat(bureau.check("102", "62221", "张三")).isEqualTo(AccountCheck.Result.NO_ACCOUNT);
    }

    @Test
    void a_line_without_end_is_left_out_before_it_fills_the_memory() throws Exception {
        String endless = "102,6222," + "长".repeat(100_000) + ",正常\n";

        assertThat(bureau.putAccounts(endless + "102,62225,好人,正常\n").body())
                .contains("\"opened\":1")
                .contains("line 1 has more than 400 characters");
    }

    @Test
    void an_allotment_counts_once_by_its_reference() throws Exception {
        String allotment = "{\"bank\":\"313\",\"scheme\":\"170\",\"amountFen\":500,\"reference\":\"R1/170/313\"}";

        JsonNode first = bureau.postJson("/oracle/treasury/allotments", allotment);
        JsonNode second = bureau.postJson("/oracle/treasury/allotments", allotment);

        assertThat(first.path("advice").stringValue()).isEqualTo("CZ31300000001");
        assertThat(second).isEqualTo(first);
        assertThat(bureau.postJson("/oracle/treasury/allotments", allotment.replace("500", "501"))
                        .path("code")
                        .stringValue())
                .isEqualTo("other-allotment");
        assertThat(bureau.get("/oracle/payout-accounts"))
                .filteredOn(line -> line.path("balanceFen").asLong() != 0)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("account").stringValue()).isEqualTo("640117031300000001");
                    assertThat(line.path("balanceFen").asLong()).isEqualTo(500);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"bank\":\"313\",\"scheme\":\"999\",\"amountFen\":500,\"reference\":\"x\"}",
                "{\"bank\":\"313\",\"scheme\":\"110\",\"amountFen\":-5,\"reference\":\"x\"}",
                "{\"bank\":\"313\",\"scheme\":\"110\",\"amountFen\":5,\"reference\":\"\"}"
            })
    void an_allotment_that_makes_no_sense_is_refused(String json) throws Exception {
        assertThat(bureau.postJson("/oracle/treasury/allotments", json)
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void entries_come_in_pages_that_miss_nothing_and_repeat_nothing() throws Exception {
        Orders.prepare(bureau, 20, 1_000_00);
        bureau.order(Orders.of("B1", 0, 9));
        bureau.order(Orders.of("B2", 9, 13));

        List<String> seen = new ArrayList<>();
        String cursor = "0.0";
        do {
            JsonNode page = bureau.get("/oracle/books/entries?bank=102&limit=4&cursor=" + cursor);
            page.path("items")
                    .forEach(item -> seen.add(item.path("endToEndId").stringValue()
                            + item.path("state").stringValue()));
            cursor = page.path("next").stringValue("");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(22).doesNotHaveDuplicates().contains("e2e-0CREDITED", "e2e-21RETURNED");
        assertThat(bureau.get("/oracle/books/entries?bank=103").path("items")).isEmpty();
        assertThat(bureau.get("/oracle/books/entries?bank=102&cursor=x")
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void the_day_stays_set_over_a_restart() throws Exception {
        bureau.postJson("/oracle/clock", "{\"date\":\"2020-03-15\"}");

        street.restartBanks(Street.QUICK);

        assertThat(street.bureau().get("/oracle/clock").path("date").stringValue())
                .isEqualTo("2020-03-15");
        assertThat(street.bureau()
                        .postJson("/oracle/clock", "{\"date\":\"15.3.2020\"}")
                        .path("code")
                        .stringValue())
                .isEqualTo("bad-date");
    }
}
