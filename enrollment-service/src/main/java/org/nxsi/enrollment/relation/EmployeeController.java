package org.nxsi.enrollment.relation;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.SendingEmployees.Sender;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.sheet.FileBody;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.enrollment.sheet.Sheet;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 员工社会保险参保关系管理: whom an employer insures, and how its agents change that. */
@RestController
@RequestMapping(EmployeeController.PATH)
class EmployeeController {

    static final String PATH = "/v1/employers/me/employee-relations";

    private final Agents agents;
    private final SendingEmployees sending;
    private final ListingEmployees listing;

    EmployeeController(Agents agents, SendingEmployees sending, ListingEmployees listing) {
        this.agents = agents;
        this.sending = sending;
        this.listing = listing;
    }

    @Operation(
            summary = "员工社会保险参保关系管理",
            description = "宁人社办发〔2020〕2号 附件2第3项. 增员, 减员, 变更 of at most 1,000 rows. Every good row is carried out and"
                    + " every bad one named; up to 100 rows are answered with what became of them (200), more are"
                    + " carried out soon (202). A late registration is accepted (第七条; 社会保险法 第五十八条).")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> send(Caller caller, CommandId command, @RequestBody SentEmployees body) {
        return send(caller, command, agents.actingFor(caller), body.sent());
    }

    @Operation(
            summary = "员工社会保险参保关系管理（文件）",
            description =
                    "The same as a file of at most 5,000 rows: CSV in UTF-8 or GB 18030, or XLSX. A formula refuses all of it.")
    @PostMapping(consumes = {Sheet.CSV, Sheet.XLSX})
    ResponseEntity<BatchView> sendFile(Caller caller, CommandId command, HttpServletRequest request) {
        Employer employer = agents.actingFor(caller);
        return send(caller, command, employer, FileBody.rows(request, EmployeeColumns.ALL));
    }

    @Operation(summary = "What became of a list's rows")
    @GetMapping("/batches/{id}")
    BatchView batch(Caller caller, @PathVariable String id, PageRequest page) {
        return sending.ofEmployer(agents.actingFor(caller), id, page);
    }

    @Operation(
            summary = "The employees, masked",
            description = "Past ones too, with how each relation stands this month.")
    @GetMapping
    Page<EmployeeView> employees(Caller caller, PageRequest page) {
        return listing.of(Payer.employer(agents.actingFor(caller).id()), page);
    }

    private ResponseEntity<BatchView> send(Caller caller, CommandId command, Employer employer, SentRows sent) {
        Sender sender = new Sender(
                command.derive("employee-relations"), caller.actor(), false, Channel.ofClient(caller.client()));
        return answer(PATH, sending.send(employer, sent, sender));
    }

    static ResponseEntity<BatchView> answer(String path, BatchView view) {
        return view.isDone()
                ? ResponseEntity.ok(view)
                : ResponseEntity.accepted()
                        .location(URI.create(path + "/batches/" + view.id()))
                        .body(view);
    }
}
