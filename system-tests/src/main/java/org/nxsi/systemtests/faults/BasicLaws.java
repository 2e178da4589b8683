package org.nxsi.systemtests.faults;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.local.stack.ServiceName;
import org.nxsi.platform.money.Fen;

/** What must hold of a run after all that happened, whoever looks: complete, in the banks' books too, balanced, nothing put aside. */
final class BasicLaws {

    private final PatientCalls calls;

    BasicLaws(PatientCalls calls) {
        this.calls = calls;
    }

    /** One line for each breach. */
    List<String> breaches(String run, Reply report) throws InterruptedException {
        List<String> breaches = new ArrayList<>();
        long named = report.number("paid") + report.number("returned") + report.number("exceptions");
        require(breaches, report.number("entitled") == named, "not everybody is paid, returned or named: " + report);
        Fen accounted =
                fen(report, "paidAmount").plus(fen(report, "returnedAmount")).plus(fen(report, "exceptionsAmount"));
        require(breaches, fen(report, "entitledAmount").equals(accounted), "not every fen is accounted for: " + report);
        Reply books = calls.partners("/oracle/books?reference=" + run).orFail("reading the banks' books");
        require(
                breaches,
                books.number("netFen") == fen(report, "paidAmount").amount_fen(),
                "the banks' books say " + books.number("netFen") + " fen, ours " + report);
        require(breaches, books.number("unreferencedFen") == 0, "banks paid without a reference");
        boolean balanced = calls.get("finance", "/admin/v1/fund-books/trial-balance")
                .orFail("reading the fund books")
                .body()
                .path("balanced")
                .asBoolean(false);
        require(breaches, balanced, "the fund books do not balance");
        for (ServiceName service : ServiceName.values()) {
            deadLetters(service, breaches);
        }
        return breaches;
    }

    private void deadLetters(ServiceName service, List<String> breaches) throws InterruptedException {
        Reply letters = calls.get("admin", "/admin/v1/services/" + service.module() + "/ops/dead-letters");
        if (letters.isSuccess()) {
            require(
                    breaches,
                    letters.body().path("items").isEmpty(),
                    service.module() + " has dead letters: " + letters.body());
        }
    }

    private static Fen fen(Reply report, String field) {
        String text = report.text(field);
        return text.isEmpty() ? Fen.ZERO : Fen.ofYuan(text);
    }

    private static void require(List<String> breaches, boolean holds, String otherwise) {
        if (!holds) {
            breaches.add(otherwise);
        }
    }
}
