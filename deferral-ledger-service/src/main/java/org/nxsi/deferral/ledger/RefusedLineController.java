package org.nxsi.deferral.ledger;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lines of events that could not stand in the ledger, and a second try when the cause is mended. */
@RestController
@RequestMapping("/admin/v1/deferrals/refused-lines")
class RefusedLineController {

    private final RefusedLines lines;
    private final TakingEvents taking;

    RefusedLineController(RefusedLines lines, TakingEvents taking) {
        this.lines = lines;
        this.taking = taking;
    }

    record Taken(String id, boolean taken) {}

    @Operation(summary = "Lines that wait for people", description = "For the autonomous region's own agency.")
    @GetMapping
    Page<RefusedLine> waiting(Caller caller, PageRequest request) {
        requireRegion(caller);
        return Page.of(lines.waiting(request.after(), request.limit() + 1), request, RefusedLine::id);
    }

    @PostMapping("/{id}/second-try")
    Taken again(Caller caller, @PathVariable String id) {
        caller.require(Role.CLERK, Role.ADMIN);
        requireRegion(caller);
        RefusedLine line = lines.byId(id);
        if (line == null) {
            throw Problem.notFound("refused-line-unknown", "there is no refused line " + id)
                    .exception();
        }
        @Nullable Refusal refusal = line.takenBy() == null ? taking.again(line, caller.actor()) : null;
        if (refusal != null) {
            throw refusal.problem().exception();
        }
        return new Taken(id, true);
    }

    /** A line that cannot be read has no area that it could be kept to. */
    private static void requireRegion(Caller caller) {
        if (!caller.requireAgency().contains(AreaCode.NINGXIA)) {
            throw Problem.forbidden("area-not-yours", "these lists belong to the autonomous region's agency")
                    .exception();
        }
    }
}
