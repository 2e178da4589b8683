package org.nxsi.pension.disbursement;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The run's steps, each by the person whose step it is. */
@RestController
@RequestMapping("/admin/v1/disbursement-runs")
class RunController {

    private final MakingRun making;
    private final MakingSupplementaryRun makingSupplementary;
    private final Funding funding;
    private final Approval approval;
    private final ClosingRun closing;
    private final Runs runs;
    private final Slices slices;
    private final Batches batches;

    RunController(
            MakingRun making,
            MakingSupplementaryRun makingSupplementary,
            Funding funding,
            Approval approval,
            ClosingRun closing,
            Runs runs,
            Slices slices,
            Batches batches) {
        this.making = making;
        this.makingSupplementary = makingSupplementary;
        this.funding = funding;
        this.approval = approval;
        this.closing = closing;
        this.runs = runs;
        this.slices = slices;
        this.batches = batches;
    }

    /** @param kind {@link RunKind#REGULAR} if absent */
    record RunWanted(@Nullable Month month, @Nullable RunKind kind) {}

    record Allotments(@Nullable List<Funding.Allotment> lines) {}

    record Application(String run, RunStatus status, List<Funding.Line> lines) {}

    @PostMapping
    ResponseEntity<RunView> make(Caller caller, CommandId command, @RequestBody RunWanted wanted) {
        if (wanted.month() == null) {
            throw Problem.badRequest("missing-field", "month", "which month is to be paid?")
                    .exception();
        }
        Run run = wanted.kind() == RunKind.SUPPLEMENTARY
                ? makingSupplementary.make(caller, command, wanted.month())
                : making.make(caller, wanted.month());
        return ResponseEntity.accepted()
                .location(URI.create("/admin/v1/disbursement-runs/" + run.id()))
                .body(view(run, null));
    }

    @GetMapping
    Page<RunView> list(PageRequest request) {
        List<Run> found = runs.page(request.after(), request.limit() + 1);
        return Page.of(found, request, Run::id).map(run -> view(run, null));
    }

    @GetMapping("/{id}")
    RunView run(@PathVariable String id) {
        return view(found(id), null);
    }

    @PostMapping("/{id}/funding-application")
    Application applyForFunds(Caller caller, @PathVariable String id) {
        List<Funding.Line> lines = funding.applyFor(caller, id);
        return new Application(id, found(id).status(), lines);
    }

    @GetMapping("/{id}/funding-application")
    Application application(@PathVariable String id) {
        Run run = found(id);
        return new Application(id, run.status(), funding.lines(run));
    }

    @PostMapping("/{id}/allotments")
    RunView allot(Caller caller, @PathVariable String id, @RequestBody Allotments allotments) {
        return view(funding.allot(caller, id, allotments.lines() == null ? List.of() : allotments.lines()), null);
    }

    @PostMapping("/{id}/approval")
    RunView approve(Caller caller, @PathVariable String id) {
        Approval.Step step = approval.approve(caller, id);
        return view(step.run(), step.repeated() ? true : null);
    }

    @PostMapping("/{id}/release")
    ResponseEntity<RunView> release(Caller caller, @PathVariable String id) {
        Approval.Step step = approval.release(caller, id);
        return step.repeated()
                ? ResponseEntity.ok(view(step.run(), true))
                : ResponseEntity.accepted()
                        .location(URI.create("/admin/v1/disbursement-runs/" + id))
                        .body(view(step.run(), null));
    }

    @GetMapping("/{id}/report")
    RunReport report(@PathVariable String id) {
        return closing.report(found(id));
    }

    @PostMapping("/{id}/closing")
    RunView close(Caller caller, @PathVariable String id) {
        return view(closing.close(caller, id), null);
    }

    private Run found(String id) {
        Run run = runs.byId(id);
        if (run == null) {
            throw Problem.notFound("run-unknown", "there is no run " + id).exception();
        }
        return run;
    }

    private RunView view(Run run, @Nullable Boolean repeated) {
        return RunView.of(run, slices.ofRun(run.id()), batches.countByStatus(run.id()), repeated);
    }
}
