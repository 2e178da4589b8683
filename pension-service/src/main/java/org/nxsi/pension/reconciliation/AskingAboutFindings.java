package org.nxsi.pension.reconciliation;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.nxsi.pension.difference.Finding;
import org.nxsi.pension.difference.Kind;
import org.nxsi.pension.payment.Batches;
import org.springframework.stereotype.Component;

/**
 * Where the statement knows more than we do, the bank is asked about the batch at once: its signed report, and not the
 * statement, is what changes instructions and books.
 */
@Component
class AskingAboutFindings {

    private static final Set<Kind> BANK_KNOWS_MORE = EnumSet.of(Kind.RETURNED_AT_BANK, Kind.NOT_REPORTED);

    private final Batches batches;

    AskingAboutFindings(Batches batches) {
        this.batches = batches;
    }

    void ask(List<Finding> findings) {
        findings.stream()
                .filter(each -> BANK_KNOWS_MORE.contains(each.kind()))
                .map(Finding::batch)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(batches::askAgain);
    }
}
