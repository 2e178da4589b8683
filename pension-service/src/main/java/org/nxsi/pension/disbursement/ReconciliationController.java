package org.nxsi.pension.disbursement;

import java.net.URI;
import java.util.List;
import org.nxsi.platform.web.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation (对账) of a run. */
@RestController
class ReconciliationController {

    private final ReconcilingRun reconciling;

    ReconciliationController(ReconcilingRun reconciling) {
        this.reconciling = reconciling;
    }

    /** @param state RUNNING, AGREED or DIFFERENT */
    record ReconciliationView(String run, String state, List<Reconciliations.Matched> banks) {

        static ReconciliationView of(String run, List<Reconciliations.Matched> banks) {
            boolean running = banks.isEmpty() || banks.stream().anyMatch(each -> !each.done());
            boolean different = banks.stream().anyMatch(each -> each.differences() > 0);
            return new ReconciliationView(run, running ? "RUNNING" : different ? "DIFFERENT" : "AGREED", banks);
        }
    }

    @PostMapping("/admin/v1/disbursement-runs/{id}/reconciliation")
    ResponseEntity<ReconciliationView> start(Caller caller, @PathVariable String id) {
        reconciling.start(caller, id);
        return ResponseEntity.accepted()
                .location(URI.create("/admin/v1/disbursement-runs/" + id + "/reconciliation"))
                .body(ReconciliationView.of(id, reconciling.of(id)));
    }

    @GetMapping("/admin/v1/disbursement-runs/{id}/reconciliation")
    ReconciliationView get(@PathVariable String id) {
        return ReconciliationView.of(id, reconciling.of(id));
    }
}
