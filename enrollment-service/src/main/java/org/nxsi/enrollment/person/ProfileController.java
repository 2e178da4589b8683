package org.nxsi.enrollment.person;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What persons may know of themselves. */
@RestController
class ProfileController {

    private final Persons persons;

    ProfileController(Persons persons) {
        this.persons = persons;
    }

    @Operation(summary = "个人基本信息查询", description = "宁人社办发〔2020〕2号 附件3第1项、附件4第2项. Name and number are masked.")
    @GetMapping("/v1/persons/me/profile")
    PersonView profile(Caller caller) {
        caller.require(Role.CITIZEN);
        PersonId id = caller.requirePersonId();
        Person me = persons.kept(List.of(id)).get(id);
        if (me == null) {
            throw Problem.notFound("person-not-registered", "the bureau has no facts about you yet")
                    .exception();
        }
        return PersonView.own(me, persons.mergedInto(me));
    }
}
