package org.nxsi.baseline.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.nxsi.baseline.bank.BankCalls;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the banks bring their reports. They ask for a token first, as they do at NXSI's gateway; here anybody gets one and
 * only the seal is looked at.
 */
@RestController
class ReportsDoor {

    private final BankCalls banks;
    private final ApplyingReport applying;

    ReportsDoor(BankCalls banks, ApplyingReport applying) {
        this.banks = banks;
        this.applying = applying;
    }

    @PostMapping("/partner/v1/banks/{bank}/payment-status-reports")
    void report(@PathVariable String bank, @RequestBody byte[] envelope) {
        applying.apply(bank, banks.report(bank, envelope));
    }

    @GetMapping("/.well-known/openid-configuration")
    Map<String, String> issuer(HttpServletRequest request) {
        return Map.of("token_endpoint", "http://127.0.0.1:" + request.getLocalPort() + "/token");
    }

    @PostMapping("/token")
    Map<String, Object> token() {
        return Map.of("access_token", "anybody", "expires_in", 86_400);
    }
}
