package org.nxsi.enrollment.project;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.sheet.Sheet;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The rosters of projects at the console. */
@RestController
@RequestMapping("/admin/v1/construction-projects/{employer}/{number}/workers")
class RosterController {

    private final DeclaringWorkers declaring;
    private final ReadingProjects reading;
    private final JsonMapper json;

    RosterController(DeclaringWorkers declaring, ReadingProjects reading, JsonMapper json) {
        this.declaring = declaring;
        this.reading = reading;
        this.json = json;
    }

    @Operation(summary = "Who works on the project, told at the window", description = "At most 500 rows.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> workers(
            Caller caller,
            CommandId command,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            @RequestBody RosterList.Body body) {
        caller.require(Role.CLERK);
        return declared(caller, command, reading.seenBy(caller, employer, number), RosterList.of(body, json));
    }

    @Operation(summary = "Who works on the project, as a file of at most 5,000 rows")
    @PostMapping(consumes = {Sheet.CSV, Sheet.XLSX})
    ResponseEntity<BatchView> file(
            Caller caller,
            CommandId command,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            HttpServletRequest request)
            throws IOException {
        caller.require(Role.CLERK);
        return declared(
                caller,
                command,
                reading.seenBy(caller, employer, number),
                RosterList.ofFile(request.getInputStream(), request.getContentType()));
    }

    @Operation(summary = "The roster, masked; past workers too")
    @GetMapping
    Page<WorkerView> roster(
            Caller caller, @PathVariable CreditCode employer, @PathVariable int number, PageRequest page) {
        return reading.roster(reading.seenBy(caller, employer, number), page);
    }

    @Operation(summary = "What became of the rows of a list")
    @GetMapping("/batches/{id}")
    BatchView batch(
            Caller caller,
            @PathVariable CreditCode employer,
            @PathVariable int number,
            @PathVariable String id,
            PageRequest page) {
        return declaring.batch(reading.seenBy(caller, employer, number), id, page);
    }

    private ResponseEntity<BatchView> declared(Caller caller, CommandId command, Project project, RosterList list) {
        Batch batch = declaring.declare(project, list, caller, command);
        return ResponseEntity.status(batch.isDone() ? 200 : 202)
                .location(URI.create("/admin/v1/construction-projects/" + project.employer() + "/" + project.number()
                        + "/workers/batches/" + batch.id()))
                .body(declaring.view(batch, null));
    }
}
