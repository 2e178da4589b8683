package org.nxsi.enrollment.insurance;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 单位参保信息查询, 个人参保信息查询. */
@RestController
class InsuranceController {

    private final Agents agents;
    private final SeeingEmployerInsurance ofEmployers;
    private final SeeingPersonInsurance ofPersons;
    private final BusinessClock clock;

    InsuranceController(
            Agents agents, SeeingEmployerInsurance ofEmployers, SeeingPersonInsurance ofPersons, BusinessClock clock) {
        this.agents = agents;
        this.ofEmployers = ofEmployers;
        this.ofPersons = ofPersons;
        this.clock = clock;
    }

    @Operation(
            summary = "单位参保信息查询",
            description = "宁人社办发〔2020〕2号 附件2第1项. Schemes, heads, bases, what is owed and has arrived in a month, and"
                    + " arrears; without a month of the current one.")
    @GetMapping("/v1/employers/me/insurance")
    EmployerInsurance employer(Caller caller, @RequestParam @Nullable Month month) {
        return ofEmployers.of(agents.actingFor(caller), month == null ? clock.month() : month);
    }

    @Operation(
            summary = "个人参保信息查询",
            description = "宁人社办发〔2020〕2号 附件2第9项、附件3第2项、附件4第5项. Own relations of all schemes by payer, with months and"
                    + " states. The medical part is the medical-insurance bureau's (source=医保); where it does not answer in"
                    + " time the rest is answered all the same.")
    @GetMapping("/v1/persons/me/insurance")
    PersonInsurance person(Caller caller) {
        caller.require(Role.CITIZEN);
        return ofPersons.of(caller.requirePersonId());
    }
}
