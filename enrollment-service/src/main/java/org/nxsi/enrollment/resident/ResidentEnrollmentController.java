package org.nxsi.enrollment.resident;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Residents enrol themselves. */
@RestController
@RequestMapping("/v1/persons/me/resident-enrollments")
class ResidentEnrollmentController {

    private final Enrolling enrolling;
    private final Enrollments enrollments;
    private final BusinessClock clock;

    ResidentEnrollmentController(Enrolling enrolling, Enrollments enrollments, BusinessClock clock) {
        this.enrolling = enrolling;
        this.enrollments = enrollments;
        this.clock = clock;
    }

    record Own(List<EnrollmentView> enrollments) {}

    @Operation(
            summary = "城乡居民社会保险参保登记",
            description =
                    "宁人社办发〔2020〕2号 附件4第9项. Decided at once (200) where all of it can be checked, else it waits for"
                            + " people (202). A proof of the household that is not at hand may follow (第五条); late in an"
                            + " emergency it is accepted, and the ledger told (第七条).")
    @PostMapping
    ResponseEntity<EnrollmentView> enrol(Caller caller, CommandId command, @RequestBody EnrollmentWish.Wanted wanted) {
        caller.require(Role.CITIZEN);
        Enrollment enrollment = enrolling.enrol(
                caller.requirePersonId(),
                wanted.checked(),
                command.derive("resident-enrollment"),
                caller.actor(),
                Channel.ofClient(caller.client()));
        return ResponseEntity.status(enrollment.isOpen() ? 202 : 200)
                .body(EnrollmentView.own(enrollment, clock.today()));
    }

    @Operation(summary = "All applications of the person, the latest first")
    @GetMapping
    Own list(Caller caller) {
        caller.require(Role.CITIZEN);
        return new Own(enrollments.ofPerson(caller.requirePersonId()).stream()
                .map(each -> EnrollmentView.own(each, clock.today()))
                .toList());
    }
}
