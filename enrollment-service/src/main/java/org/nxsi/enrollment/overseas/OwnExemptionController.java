package org.nxsi.enrollment.overseas;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own applications for a certificate. */
@RestController
@RequestMapping(OwnExemptionController.PATH)
class OwnExemptionController {

    static final String PATH = "/v1/persons/me/overseas-exemption-applications";

    private final ApplyingForExemption applying;
    private final DecidingExemption deciding;
    private final ExemptionFiles exemptions;
    private final PersonRegister register;
    private final BusinessClock clock;

    OwnExemptionController(
            ApplyingForExemption applying,
            DecidingExemption deciding,
            ExemptionFiles exemptions,
            PersonRegister register,
            BusinessClock clock) {
        this.applying = applying;
        this.deciding = deciding;
        this.exemptions = exemptions;
        this.register = register;
        this.clock = clock;
    }

    /** @param codes of the papers that are handed in, as the notice names them */
    record Supplied(@Nullable Set<String> codes) {}

    record Exemptions(List<ExemptionView> items) {}

    @Operation(
            summary = "境外社保免缴证明个人申请",
            description =
                    "宁人社办发〔2020〕2号 附件3第19项. For stays in countries with an agreement, while the person stays insured here.")
    @PostMapping
    ResponseEntity<ExemptionView> apply(Caller caller, CommandId command, @RequestBody WantedExemption wanted) {
        caller.require(Role.CITIZEN);
        Exemption applied =
                applying.apply(caller.requirePersonId(), wanted.checked(), command.derive("overseas"), caller.actor());
        return ResponseEntity.created(URI.create(PATH + "/" + applied.number())).body(view(applied));
    }

    @Operation(summary = "境外社保免缴证明申请状态查询", description = "宁人社办发〔2020〕2号 附件3第20项. The latest first.")
    @GetMapping
    Exemptions all(Caller caller) {
        return new Exemptions(own(caller).stream().map(this::view).toList());
    }

    @GetMapping("/{number}")
    ExemptionView one(Caller caller, @PathVariable String number) {
        return view(mine(caller, number));
    }

    @Operation(summary = "Hands in papers that were missing")
    @PostMapping("/{number}/papers")
    ExemptionView papers(Caller caller, @PathVariable String number, @RequestBody Supplied supplied) {
        Exemption mine = mine(caller, number);
        if (supplied.codes() == null
                || supplied.codes().isEmpty()
                || supplied.codes().contains(null)) {
            throw Problem.badRequest("missing-field", "codes", "which papers?").exception();
        }
        return view(deciding.supply(mine, supplied.codes(), caller.actor()));
    }

    private Exemption mine(Caller caller, String number) {
        return own(caller).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(ExemptionFiles::unknown);
    }

    private List<Exemption> own(Caller caller) {
        caller.require(Role.CITIZEN);
        return exemptions.ofPersons(register.idsOf(caller.requirePersonId())).reversed();
    }

    private ExemptionView view(Exemption exemption) {
        return ExemptionView.own(exemption, clock.today());
    }
}
