package org.nxsi.enrollment.wage;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.sheet.FileBody;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.enrollment.sheet.Sheet;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 劳动工资管理: wages as agents declare them. */
@RestController
@RequestMapping(WageController.PATH)
class WageController {

    static final String PATH = "/v1/employers/me/wage-declarations";

    private final Agents agents;
    private final SendingWages sending;
    private final ListingWages listing;
    private final BusinessClock clock;

    WageController(Agents agents, SendingWages sending, ListingWages listing, BusinessClock clock) {
        this.agents = agents;
        this.sending = sending;
        this.listing = listing;
        this.clock = clock;
    }

    @Operation(
            summary = "劳动工资管理",
            description =
                    "宁人社办发〔2020〕2号 附件2第4项. At most 1,000 rows: a wage and the first month it holds for. Kept as"
                            + " declared; the answer says what is accepted as base, between 60 and 300 percent of the average"
                            + " wage, or which document is missing for that. Up to 100 rows are answered at once (200), more soon (202).")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WageBatchView> send(Caller caller, CommandId command, @RequestBody SentWages body) {
        return send(caller, command, agents.actingFor(caller), body.sent());
    }

    @Operation(
            summary = "劳动工资管理（文件）",
            description =
                    "The same as a file of at most 5,000 rows: CSV in UTF-8 or GB 18030, or XLSX. A formula refuses all of it.")
    @PostMapping(consumes = {Sheet.CSV, Sheet.XLSX})
    ResponseEntity<WageBatchView> sendFile(Caller caller, CommandId command, HttpServletRequest request) {
        Employer employer = agents.actingFor(caller);
        return send(caller, command, employer, FileBody.rows(request, WageColumns.ALL));
    }

    @Operation(summary = "What became of a list's rows")
    @GetMapping("/batches/{id}")
    WageBatchView batch(Caller caller, @PathVariable String id, PageRequest page) {
        return sending.batch(agents.actingFor(caller), id, page);
    }

    @Operation(
            summary = "The wages that hold in a month",
            description = "Of all employees, masked; without a month the current one.")
    @GetMapping
    ListedWages wages(Caller caller, @RequestParam @Nullable Month month, PageRequest page) {
        return listing.of(agents.actingFor(caller), month == null ? clock.month() : month, page);
    }

    private ResponseEntity<WageBatchView> send(Caller caller, CommandId command, Employer employer, SentRows sent) {
        WageBatchView view = sending.send(
                employer, sent, command.derive("wage-declarations"), caller.actor(), Channel.ofClient(caller.client()));
        return view.outcomes() != null
                ? ResponseEntity.ok(view)
                : ResponseEntity.accepted()
                        .location(URI.create(PATH + "/batches/" + view.id()))
                        .body(view);
    }
}
