package org.nxsi.enrollment.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.nxsi.enrollment.collector.CollectorDoor;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tax office's daily statements come in here, page by page. */
@RestController
class DailyStatementController {

    private final CollectorDoor door;
    private final DailyStatements statements;
    private final BusinessClock clock;

    DailyStatementController(CollectorDoor door, DailyStatements statements, BusinessClock clock) {
        this.door = door;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * What stands of a statement.
     *
     * @param pagesThere how many of its pages have come
     * @param complete whether it is matched now
     */
    record Taken(LocalDate day, int issue, int page, int pagesThere, int pages, boolean complete) {}

    @Operation(
            summary = "日对账单",
            description =
                    "At most 20 pages of 1,000 lines. Each page says what the whole comes to. The same page again changes"
                            + " nothing, so no Idempotency-Key is needed; a corrected statement comes whole, under the next issue.")
    @PostMapping("/partner/v1/collectors/{code}/daily-statements")
    Taken take(Caller caller, @PathVariable String code, HttpServletRequest request) throws IOException {
        door.require(caller, code);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        StatementPage page = door.read(request, WantedStatement.class).checked(code, clock.today(), now);
        StatementHead head = page.head();
        List<StatementPage> before = statements.pages(head.dayId(), head.issue());
        if (before.stream().anyMatch(each -> !each.head().equals(head))) {
            throw differs("its pages do not say the same of the whole");
        }
        StatementPage standing = statements.keep(page);
        if (standing != null && !standing.saysTheSameAs(page)) {
            throw differs("page " + page.page() + " was told with other lines");
        }
        int there = statements.pages(head.dayId(), head.issue()).size();
        boolean complete = there == head.pages();
        if (complete) {
            statements.wanted(head);
        }
        return new Taken(head.day(), head.issue(), page.page(), there, head.pages(), complete);
    }

    private static RuntimeException differs(String what) {
        return Problem.conflict("statement-differs", what + "; a corrected statement comes under the next issue")
                .exception();
    }
}
