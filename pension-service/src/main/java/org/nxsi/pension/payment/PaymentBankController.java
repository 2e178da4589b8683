package org.nxsi.pension.payment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.partner.BankLine;
import org.nxsi.pension.partner.BankLines;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.PartnerBanks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How each bank fares: its circuit as the asked instance finds it, and its batches as the store has them. */
@RestController
class PaymentBankController {

    private final PartnerBanks banks;
    private final BankLines lines;
    private final BankQueues queues;
    private final Batches batches;

    PaymentBankController(PartnerBanks banks, BankLines lines, BankQueues queues, Batches batches) {
        this.banks = banks;
        this.lines = lines;
        this.queues = queues;
        this.batches = batches;
    }

    /**
     * One bank.
     *
     * @param circuit of its orders and inquiries
     * @param statements the circuit of its statements
     * @param queued batches that wait in this instance for a call to it
     * @param batches released and not settled ones, by status
     * @param oldestUnanswered since when the longest waiting batch waits for its last final word
     * @param nextAttempt when the bank is called next: its next due batch, but not while it is left alone
     */
    record BankView(
            String code,
            String name,
            BankLine.State circuit,
            BankLine.State statements,
            int queued,
            Map<BatchStatus, Long> batches,
            @Nullable Instant oldestUnanswered,
            @Nullable Instant nextAttempt) {}

    /** All partner banks; there are few, so this list has no pages. */
    record BanksView(List<BankView> items) {}

    @GetMapping("/admin/v1/payment-banks")
    BanksView banks() {
        List<Batches.AtBank> underWay = batches.underWayByBank();
        return new BanksView(
                banks.all().stream().map(bank -> view(bank, underWay)).toList());
    }

    private BankView view(PartnerBank bank, List<Batches.AtBank> underWay) {
        List<Batches.AtBank> here = underWay.stream()
                .filter(each -> each.bank().equals(bank.code()))
                .toList();
        Map<BatchStatus, Long> byStatus = new EnumMap<>(BatchStatus.class);
        here.forEach(each -> byStatus.put(each.status(), each.count()));
        BankLine.State circuit = lines.to(bank.code()).state();
        return new BankView(
                bank.code(),
                bank.name(),
                circuit,
                lines.statementsOf(bank.code()).state(),
                queues.waiting(bank.code()),
                byStatus,
                earliest(here, Batches.AtBank::oldest),
                later(circuit.nextTry(), earliest(here, Batches.AtBank::next)));
    }

    private static @Nullable Instant earliest(
            List<Batches.AtBank> groups, Function<Batches.AtBank, @Nullable Instant> of) {
        return groups.stream()
                .map(of)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant later(@Nullable Instant nextTry, @Nullable Instant due) {
        return due == null || nextTry == null || due.isAfter(nextTry) ? due : nextTry;
    }
}
