package org.nxsi.pension.roster;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.nxsi.pension.beneficiary.StaffArea;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Clerks import rosters; staff see how far an import is and what was wrong with the file. */
@RestController
@RequestMapping("/admin/v1/rosters")
class RosterController {

    private final ReceivingRoster receiving;
    private final RosterImports imports;
    private final Progress progress;
    private final BadRows badRows;
    private final RosterSettings settings;

    RosterController(
            ReceivingRoster receiving,
            RosterImports imports,
            Progress progress,
            BadRows badRows,
            RosterSettings settings) {
        this.receiving = receiving;
        this.imports = imports;
        this.progress = progress;
        this.badRows = badRows;
        this.settings = settings;
    }

    /** Reads the body as it comes; it is never held in memory or on disk. */
    @PostMapping(consumes = "text/csv")
    ResponseEntity<RosterView> post(Caller caller, CommandId command, HttpServletRequest request) throws IOException {
        caller.require(Role.CLERK);
        StaffArea staff = StaffArea.of(caller);
        if (request.getContentLengthLong() > settings.maxSize().toBytes()) {
            throw RowReader.tooLarge(settings.maxSize().toBytes());
        }
        InputStream body = request.getInputStream();
        ReceivingRoster.Taken taken;
        try {
            taken = receiving.receive(command.derive("roster"), staff.agency(), caller.actor(), body);
        } catch (ProblemException refused) {
            readAway(body);
            throw refused;
        } catch (IOException brokenOff) {
            throw Problem.of(400, "upload-broken-off", "the roster did not arrive whole; nothing was applied")
                    .exception();
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.accepted().location(URI.create("/admin/v1/rosters/" + taken.roster()));
        if (taken.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(RosterView.accepted(taken.roster(), taken.received()));
    }

    @GetMapping("/{id}")
    RosterView state(Caller caller, @PathVariable String id) {
        return RosterView.of(progress.of(visible(caller, id)));
    }

    /** What was wrong with each bad row, in the order of the file. A row may have several faults. */
    @GetMapping("/{id}/bad-rows")
    Page<RowFault> badRows(Caller caller, @PathVariable String id, PageRequest page) {
        return badRows.page(visible(caller, id).id(), page);
    }

    private RosterImport visible(Caller caller, String id) {
        StaffArea staff = StaffArea.of(caller);
        RosterImport roster = imports.byId(id);
        if (roster == null || roster.state() == RosterImport.State.FAILED || !staff.covers(roster.agency())) {
            throw Problem.notFound("roster-unknown", "no roster " + id).exception();
        }
        return roster;
    }

    /** A client that is still sending would miss the refusal; so what it has to say is heard, up to the limit. */
    private void readAway(InputStream body) {
        byte[] waste = new byte[1 << 16];
        long left_bytes = settings.maxSize().toBytes();
        try {
            for (int read = body.read(waste); read > 0 && left_bytes > 0; read = body.read(waste)) {
                left_bytes -= read;
            }
        } catch (IOException gone) {
            // Whoever sent it does not wait for the answer.
        }
    }
}
