package org.nxsi.enrollment.rights;

import io.swagger.v3.oas.annotations.Operation;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The yearly statement, free of charge and as often as wanted (社会保险法 第七十四条). */
@RestController
class StatementController {

    private final MakingStatement making;

    StatementController(MakingStatement making) {
        this.making = making;
    }

    @Operation(
            summary = "年度社会保险个人权益记录单查询",
            description =
                    "宁人社办发〔2020〕2号 附件3第18项. Any year of which something is recorded; of this year what stands so far."
                            + " A deferred month is no gap and counts once it is paid (第七条).")
    @GetMapping("/v1/persons/me/rights-statements/{year}")
    Statement statement(Caller caller, @PathVariable int year) {
        caller.require(Role.CITIZEN);
        return making.of(caller.requirePersonId(), year);
    }
}
