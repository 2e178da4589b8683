package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;

class CrashTest {

    private static final int ORDERS_BEFORE_THE_KILL = 40;
    private static final int PAYMENTS = 25;
    private static final long ALLOTTED_FEN = 1_000_000_00;

    @TempDir
    private Path folder;

    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, PaymentStatusReport> answered = new ConcurrentHashMap<>();

    @Test
    void what_was_answered_before_a_kill_is_in_the_books_whole_and_is_still_told() throws Exception {
        Seal seal = new Seal(Street.keys(folder));
        try (FakeGateway gateway = new FakeGateway(seal)) {
            try (BanksProcess banks = BanksProcess.start(folder, gateway.uri())) {
                Bureau bureau = new Bureau(seal, banks.uri());
                Orders.prepare(bureau, 50, ALLOTTED_FEN);
                killWhileOrdersComeIn(banks, bureau);
            }
            try (BanksProcess banks = BanksProcess.start(folder, gateway.uri())) {
                Bureau bureau = new Bureau(seal, banks.uri());
                int booked = bookedWholeOrNotAtAll(bureau);
                assertThat(booked).isGreaterThanOrEqualTo(answered.size());
                statementSumsUp(bureau, booked);
                Waiting.until("every booked order told", () -> distinctTold(gateway) == booked);
            }
        }
    }

    private void killWhileOrdersComeIn(BanksProcess banks, Bureau bureau) throws InterruptedException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                senders.execute(() -> sendUntilNobodyAnswers(bureau));
            }
            Waiting.until("orders answered", () -> answered.size() >= ORDERS_BEFORE_THE_KILL);
            banks.kill();
        }
    }

    private void sendUntilNobodyAnswers(Bureau bureau) {
        try {
            while (true) {
                int number = sent.getAndIncrement();
                answered.put(id(number), bureau.order(Orders.of(id(number), number % 20, PAYMENTS)));
            }
        } catch (IOException | InterruptedException e) {
            // the banks are gone
        }
    }

    private int bookedWholeOrNotAtAll(Bureau bureau) throws Exception {
        int booked = 0;
        for (int number = 0; number < sent.get(); number++) {
            PaymentStatusReport report = bureau.inquire(Orders.BANK, id(number));
            if (report.isAccepted()) {
                booked++;
                assertThat(report.lines()).hasSize(PAYMENTS);
            } else {
                assertThat(report.isNotFound()).isTrue();
                assertThat(answered).doesNotContainKey(id(number));
            }
        }
        return booked;
    }

    private static void statementSumsUp(Bureau bureau, int booked) throws Exception {
        AccountStatement statement = bureau.statement(Orders.BANK, Orders.PAYOUT, Orders.DAY, 1);
        assertThat(statement.lastPage()).isTrue();
        assertThat(statement.entries()).hasSize(1 + booked * PAYMENTS);
        assertThat(statement.entries().stream().map(Entry::effect).reduce(Fen.ZERO, Fen::plus))
                .isEqualTo(statement.closing())
                .isEqualTo(Fen.of(ALLOTTED_FEN - 100L * PAYMENTS * booked));
    }

    private static long distinctTold(FakeGateway gateway) {
        return gateway.reports().stream()
                .map(PaymentStatusReport::originalMessageId)
                .distinct()
                .count();
    }

    private static String id(int number) {
        return "B" + number;
    }
}
