package org.nxsi.enrollment.employer;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agents see of the employer that appointed them, and ask to change. */
@RestController
@RequestMapping("/v1/employers/me/profile")
class OwnProfileController {

    private static final int MOST_CHANGES = 20;

    private final Agents agents;
    private final EmployerFiles files;
    private final ChangingEmployer changing;
    private final BusinessClock clock;

    OwnProfileController(Agents agents, EmployerFiles files, ChangingEmployer changing, BusinessClock clock) {
        this.agents = agents;
        this.files = files;
        this.changing = changing;
        this.clock = clock;
    }

    /** @param changes the latest first, at most 20 */
    record Profile(EmployerView employer, List<ChangeView> changes) {}

    record Asked(ChangeView change, EmployerView employer) {}

    @Operation(summary = "单位基本信息查询", description = "宁人社办发〔2020〕2号 附件2第2项. With the latest changes.")
    @GetMapping
    Profile profile(Caller caller) {
        EmployerFile file = files.require(agents.actingFor(caller).id());
        List<ChangeView> latest = file.changes().reversed().stream()
                .limit(MOST_CHANGES)
                .map(each -> ChangeView.own(each, clock.today()))
                .toList();
        return new Profile(EmployerView.of(file.employer(), clock.month()), latest);
    }

    @Operation(
            summary = "单位基本信息维护",
            description = "宁人社办发〔2020〕2号 附件2第2项. Contact data changes at once (200); name, area, type, size and risk"
                    + " class wait for the agency's decision (202).")
    @PutMapping
    ResponseEntity<Asked> change(Caller caller, CommandId command, @RequestBody WantedChange wanted) {
        Employer employer = agents.actingFor(caller);
        ChangingEmployer.Outcome outcome = changing.ask(employer.id(), wanted.checked(true), caller.actor(), command);
        Asked asked = new Asked(
                ChangeView.own(outcome.change(), clock.today()), EmployerView.of(outcome.employer(), clock.month()));
        return ResponseEntity.status(outcome.change().isOpen() ? 202 : 200).body(asked);
    }
}
