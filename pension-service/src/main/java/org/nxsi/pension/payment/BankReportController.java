package org.nxsi.pension.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.nxsi.pension.partner.BankClient;
import org.nxsi.platform.partner.MalformedMessage;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.platform.partner.UntrustedMessage;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Banks report by themselves here. The answer is 2xx only once the report is stored. */
@RestController
class BankReportController {

    private final BankClient banks;
    private final Batches batches;
    private final BankReports reports;

    BankReportController(BankClient banks, Batches batches, BankReports reports) {
        this.banks = banks;
        this.batches = batches;
        this.reports = reports;
    }

    @PostMapping("/partner/v1/banks/{bank}/payment-status-reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable String bank, Caller caller, HttpServletRequest request) throws IOException {
        caller.require(Role.BANK);
        if (!bank.equals(caller.partner())) {
            throw Problem.forbidden("partner-mismatch", "this client is not bank " + bank)
                    .exception();
        }
        byte[] envelope = request.getInputStream().readNBytes(SealedMessage.MAX_BYTES + 1);
        byte[] asReceived = open(bank, envelope);
        PaymentStatusReport report = read(asReceived);
        Batch batch = batches.byId(BankReports.batchOf(report.originalMessageId()));
        if (batch == null || !batch.bank().equals(bank) || batch.attempt() == 0) {
            throw Problem.notFound(
                            "batch-unknown", "no batch " + report.originalMessageId() + " was sent to bank " + bank)
                    .exception();
        }
        reports.keep(bank, report, asReceived);
    }

    private byte[] open(String bank, byte[] envelope) {
        try {
            return banks.open(bank, envelope).content();
        } catch (UntrustedMessage untrusted) {
            throw Problem.of(401, "untrusted-message", String.valueOf(untrusted.getMessage()))
                    .exception();
        } catch (MalformedMessage malformed) {
            throw refused(malformed);
        }
    }

    private static PaymentStatusReport read(byte[] report) {
        try {
            return PaymentStatusReport.read(report);
        } catch (MalformedMessage malformed) {
            throw refused(malformed);
        }
    }

    private static RuntimeException refused(MalformedMessage malformed) {
        return Problem.of(400, "malformed-message", String.valueOf(malformed.getMessage()))
                .exception();
    }
}
