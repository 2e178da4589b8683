package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {

    @TempDir
    private Path folder;

    private Street street;
    private Bureau bureau;

    @BeforeEach
    void the_banks_are_open() throws Exception {
        street = Street.open(folder);
        bureau = street.bureau();
        Orders.prepare(bureau, 10, 1_000_00);
    }

    @AfterEach
    void the_banks_close() throws Exception {
        street.close();
    }

    @Test
    void a_report_that_is_not_taken_is_told_again_until_it_is() throws Exception {
        street.gateway().answerWith(503);
        bureau.order(Orders.of("B1", 0, 2));
        Waiting.until("three tries", () -> street.gateway().calls() >= 3);

        street.gateway().answerWith(202);

        Waiting.until("the report", () -> street.gateway().reportsOn("B1").size() == 1);
        Waiting.until("nothing owed", this::nothingIsOwed);
    }

    @Test
    void a_gateway_that_is_down_hears_all_of_it_later() throws Exception {
        street.stopGateway();
        bureau.order(Orders.of("B1", 0, 2));
        bureau.order(Orders.of("B2", 2, 2));

        street.startGatewayAgain();

        Waiting.until("both reports", () -> street.gateway().reports().size() == 2);
    }

    @Test
    void a_restarted_bank_tells_what_it_still_owes_and_nothing_else() throws Exception {
        bureau.order(Orders.of("B1", 0, 2));
        Waiting.until("nothing owed", this::nothingIsOwed);
        street.gateway().answerWith(503);
        bureau.order(Orders.of("B2", 2, 2));
        Waiting.until("a try", () -> street.gateway().calls() >= 2);

        street.gateway().answerWith(202);
        street.restartBanks(Street.QUICK);

        Waiting.until(
                "the second report", () -> !street.gateway().reportsOn("B2").isEmpty());
        bureau = street.bureau();
        Waiting.until("nothing owed", this::nothingIsOwed);
        assertThat(street.gateway().reportsOn("B1")).hasSize(1);
    }

    @Test
    void a_refused_order_is_not_reported() throws Exception {
        bureau.order(Orders.of("B1", Orders.payment(1, 1_000_01)));

        assertThat(bureau.get("/oracle/callbacks").path("owed").asInt()).isZero();
    }

    @Test
    void one_token_serves_many_reports_and_one_refused_is_fetched_anew() throws Exception {
        for (int i = 0; i < 5; i++) {
            bureau.order(Orders.of("B" + i, i, 1));
        }
        Waiting.until("five reports", () -> street.gateway().reports().size() == 5);
        assertThat(street.gateway().tokensGiven()).isEqualTo(1);

        street.gateway().answerWith(401);
        bureau.order(Orders.of("B9", 9, 1));
        Waiting.until("another token", () -> street.gateway().tokensGiven() > 1);
        street.gateway().answerWith(202);
        Waiting.until("the report", () -> !street.gateway().reportsOn("B9").isEmpty());
    }

    private boolean nothingIsOwed() {
        try {
            return bureau.get("/oracle/callbacks").path("owed").asInt() == 0;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
