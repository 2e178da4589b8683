package org.nxsi.pension.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.instruction.InstructionStatus;
import org.nxsi.pension.payment.StoredOrders;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For auditors and nobody else: every list from its beginning to its end, up to {@value AuditLists#MOST} a page. */
@RestController
@RequestMapping("/admin/v1/audit")
class AuditController {

    private final AuditLists lists;
    private final StoredOrders orders;
    private final Standings standings;

    AuditController(AuditLists lists, StoredOrders orders, Standings standings) {
        this.lists = lists;
        this.orders = orders;
        this.standings = standings;
    }

    @GetMapping("/runs")
    Page<AuditedRun> runs(Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("runs", AuditedRun.class, null, page(caller, limit, cursor));
    }

    @GetMapping("/slices")
    Page<AuditedSlice> slices(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("slices", AuditedSlice.class, null, page(caller, limit, cursor));
    }

    @GetMapping("/batches")
    Page<AuditedBatch> batches(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("batches", AuditedBatch.class, null, page(caller, limit, cursor));
    }

    /** Every message that was stored for a bank, with what its bytes hold; its pages are shorter than others. */
    @GetMapping("/orders")
    Page<StoredOrders.Content> orders(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        caller.require(Role.AUDITOR);
        PageRequest request = PageRequest.of(limit, cursor, StoredOrders.MOST);
        return Page.of(orders.page(request.after(), request.limit() + 1), request, StoredOrders.Content::messageId);
    }

    @GetMapping("/instructions")
    Page<AuditedInstruction> instructions(
            Caller caller,
            @RequestParam @Nullable String run,
            @RequestParam @Nullable InstructionStatus status,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        List<Bson> wanted = new ArrayList<>();
        if (run != null) {
            wanted.add(eq("run", run));
        }
        if (status != null) {
            wanted.add(eq("status", status.name()));
        }
        return lists.page(
                "instructions",
                AuditedInstruction.class,
                wanted.isEmpty() ? null : and(wanted),
                page(caller, limit, cursor));
    }

    @GetMapping("/vouchers")
    Page<AuditedVoucher> vouchers(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("vouchers", AuditedVoucher.class, null, page(caller, limit, cursor));
    }

    @GetMapping("/bank-reports")
    Page<AuditedReport> reports(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("bank_reports", AuditedReport.class, null, page(caller, limit, cursor));
    }

    @GetMapping("/differences")
    Page<AuditedDifference> differences(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("differences", AuditedDifference.class, null, page(caller, limit, cursor));
    }

    @GetMapping("/reconciliations")
    Page<AuditedReconciliation> reconciliations(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("reconciliations", AuditedReconciliation.class, null, page(caller, limit, cursor));
    }

    @GetMapping("/returned-payments")
    Page<AuditedReturn> returned(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page("returned_payments", AuditedReturn.class, null, page(caller, limit, cursor));
    }

    /** Those that nobody has replayed. */
    @GetMapping("/dead-letters")
    Page<AuditedDeadLetter> deadLetters(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return lists.page(
                "dead_letters", AuditedDeadLetter.class, ne("state", "REPLAYED"), page(caller, limit, cursor));
    }

    @GetMapping("/standing")
    Standings.Standing standing(Caller caller) {
        caller.require(Role.AUDITOR);
        return standings.now();
    }

    private static PageRequest page(Caller caller, @Nullable Integer limit, @Nullable String cursor) {
        caller.require(Role.AUDITOR);
        return PageRequest.of(limit, cursor, AuditLists.MOST);
    }
}
