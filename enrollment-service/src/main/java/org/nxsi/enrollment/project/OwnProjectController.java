package org.nxsi.enrollment.project;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.project.ChangingProject.Which;
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
import tools.jackson.databind.json.JsonMapper;

/** The construction projects of the employer that an agent acts for. */
@RestController
@RequestMapping("/v1/employers/me/construction-projects")
class OwnProjectController {

    private static final String PATH = "/v1/employers/me/construction-projects/";

    private final Agents agents;
    private final Projects projects;
    private final RegisteringProject registering;
    private final ChangingProject changing;
    private final DeclaringWorkers declaring;
    private final ReadingProjects reading;
    private final JsonMapper json;

    OwnProjectController(
            Agents agents,
            Projects projects,
            RegisteringProject registering,
            ChangingProject changing,
            DeclaringWorkers declaring,
            ReadingProjects reading,
            JsonMapper json) {
        this.agents = agents;
        this.projects = projects;
        this.registering = registering;
        this.changing = changing;
        this.declaring = declaring;
        this.reading = reading;
        this.json = json;
    }

    record Extension(@Nullable LocalDate endsOn, @Nullable String proof) {}

    record Completion(
            @Nullable LocalDate completedOn, @Nullable String proof) {}

    @Operation(
            summary = "工程项目参保登记",
            description = "人社部发〔2014〕103号. The project counts, and is assessed by its contract value, once a reviewer"
                    + " has approved it (202).")
    @PostMapping
    ResponseEntity<ProjectView> handIn(
            Caller caller, CommandId command, @RequestBody RegisteringProject.Wanted wanted) {
        Employer employer = agents.actingFor(caller);
        Project project = registering.handIn(employer.id(), wanted, caller.actor(), command);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + project.number()))
                .body(reading.view(project, false));
    }

    @Operation(summary = "The employer's projects, by number")
    @GetMapping
    Page<ProjectLine> list(Caller caller, PageRequest page) {
        return reading.ofEmployer(agents.actingFor(caller).id(), page);
    }

    @Operation(summary = "A project with its sheet, how far it is paid, and its cases")
    @GetMapping("/{number}")
    ProjectView one(Caller caller, @PathVariable int number) {
        return reading.view(project(caller, number), false);
    }

    @Operation(summary = "工期延长", description = "A reviewer decides (202): it bears on how long people are insured.")
    @PostMapping("/{number}/extension")
    ResponseEntity<ProjectView> extend(
            Caller caller, CommandId command, @PathVariable int number, @RequestBody Extension body) {
        Project project = project(caller, number);
        LocalDate endsOn = Needed.field(body.endsOn(), "endsOn");
        String proof = ProjectText.of("proof", body.proof());
        return ResponseEntity.accepted()
                .body(reading.view(
                        changing.extend(which(project), endsOn, proof, caller.actor(), command)
                                .project(),
                        false));
    }

    @Operation(summary = "竣工", description = "Nobody is insured by the project after that day.")
    @PostMapping("/{number}/completion")
    ProjectView complete(Caller caller, CommandId command, @PathVariable int number, @RequestBody Completion body) {
        Project project = project(caller, number);
        LocalDate day = Needed.field(body.completedOn(), "completedOn");
        String proof = ProjectText.of("proof", body.proof());
        return reading.view(
                changing.complete(which(project), day, proof, caller.actor(), command)
                        .project(),
                false);
    }

    @Operation(
            summary = "Who works on the project, from and to which day",
            description = "At most 500 rows, answered with what became of each. A row with only a last day ends"
                    + " somebody's time; nobody is taken off the roster.")
    @PostMapping(value = "/{number}/workers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> workers(
            Caller caller, CommandId command, @PathVariable int number, @RequestBody RosterList.Body body) {
        return declared(caller, command, project(caller, number), RosterList.of(body, json));
    }

    @Operation(
            summary = "Who works on the project, as a file",
            description = "CSV or XLSX with 社会保障号码, 姓名, 进场日期, 退场日期; at most 5,000 rows. 202, and a Location to ask"
                    + " what became of them.")
    @PostMapping(
            value = "/{number}/workers",
            consumes = {Sheet.CSV, Sheet.XLSX})
    ResponseEntity<BatchView> file(
            Caller caller, CommandId command, @PathVariable int number, HttpServletRequest request) throws IOException {
        return declared(
                caller,
                command,
                project(caller, number),
                RosterList.ofFile(request.getInputStream(), request.getContentType()));
    }

    @Operation(summary = "The roster, masked; past workers too")
    @GetMapping("/{number}/workers")
    Page<WorkerView> roster(Caller caller, @PathVariable int number, PageRequest page) {
        return reading.roster(project(caller, number), page);
    }

    @Operation(summary = "What became of the rows of a list")
    @GetMapping("/{number}/workers/batches/{id}")
    BatchView batch(Caller caller, @PathVariable int number, @PathVariable String id, PageRequest page) {
        return declaring.batch(project(caller, number), id, page);
    }

    private ResponseEntity<BatchView> declared(Caller caller, CommandId command, Project project, RosterList list) {
        Batch batch = declaring.declare(project, list, caller, command);
        return ResponseEntity.status(batch.isDone() ? 200 : 202)
                .location(URI.create(PATH + project.number() + "/workers/batches/" + batch.id()))
                .body(declaring.view(batch, null));
    }

    private Project project(Caller caller, int number) {
        return projects.require(agents.actingFor(caller).id(), number);
    }

    private static Which which(Project project) {
        return new Which(project.employer(), project.number());
    }
}
