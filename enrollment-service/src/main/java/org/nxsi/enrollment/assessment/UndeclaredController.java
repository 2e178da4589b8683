package org.nxsi.enrollment.assessment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Employers that declared nothing. */
@RestController
@RequestMapping("/admin/v1/assessments/undeclared-runs")
class UndeclaredController {

    private final UndeclaredRuns runs;
    private final AssessingUndeclared assessing;

    UndeclaredController(UndeclaredRuns runs, AssessingUndeclared assessing) {
        this.runs = runs;
        this.assessing = assessing;
    }

    record Wanted(@Nullable Month month) {}

    /** @param left employers left to people */
    record RunView(Month month, UndeclaredRun.State state, int assessed, int left) {

        static RunView of(UndeclaredRun run) {
            return new RunView(run.month(), run.state(), run.assessed(), run.left());
        }
    }

    @Operation(
            summary = "Assess the employers that declared nothing for a month",
            description =
                    "社会保险法 第六十二条: 110 % of the month before. Begins by itself once the due date is over; this is for"
                            + " months that were passed while the service was away. The same month again changes nothing.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunView begin(Caller caller, @RequestBody Wanted wanted) {
        caller.require(Role.CLERK);
        requireWholeRegion(caller);
        Month month = Needed.field(wanted.month(), "month");
        if (!assessing.isOver(month)) {
            throw Problem.of(422, "not-due-yet", month + " may still be declared in time")
                    .at("month")
                    .exception();
        }
        runs.begin(month);
        return view(month);
    }

    @Operation(summary = "How far a month's walk has come")
    @GetMapping("/{month}")
    RunView run(Caller caller, @PathVariable Month month) {
        caller.requireAgency();
        return view(month);
    }

    @Operation(summary = "Whom it left to people", description = "In the agency's area, with the reason.")
    @GetMapping("/{month}/left")
    Page<UndeclaredLeft> left(Caller caller, @PathVariable Month month, PageRequest request) {
        AreaCode own = caller.requireAgency();
        List<AreaCode> areas = AreaCode.all().stream().filter(own::contains).toList();
        return Page.of(runs.left(areas, month, request.after(), request.limit() + 1), request, UndeclaredLeft::id);
    }

    private RunView view(Month month) {
        UndeclaredRun run = runs.find(month);
        if (run == null) {
            throw Problem.notFound("run-unknown", month + " has not been walked through")
                    .exception();
        }
        return RunView.of(run);
    }

    private static void requireWholeRegion(Caller caller) {
        if (!caller.requireAgency().contains(AreaCode.NINGXIA)) {
            throw Problem.forbidden("area-not-yours", "this concerns all areas: it is for the region's own agency")
                    .exception();
        }
    }
}
