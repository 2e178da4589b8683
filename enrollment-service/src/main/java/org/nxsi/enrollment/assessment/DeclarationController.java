package org.nxsi.enrollment.assessment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What employers declare monthly, and the sheets they get for it. */
@RestController
@RequestMapping("/v1/employers/me/contribution-declarations")
class DeclarationController {

    /** Three years and more are made up for by the agency alone, on a paper (人社部规〔2016〕5号). */
    private static final int MONTHS_BACK = 36;

    private static final int MONTHS_SHOWN = 12;

    private final Agents agents;
    private final AssessingEmployers assessing;
    private final ReadingSheets reading;
    private final BusinessClock clock;

    DeclarationController(Agents agents, AssessingEmployers assessing, ReadingSheets reading, BusinessClock clock) {
        this.agents = agents;
        this.assessing = assessing;
        this.reading = reading;
        this.clock = clock;
    }

    record Declaration(@Nullable Month month) {}

    record Sheets(List<SheetView> sheets) {}

    @Operation(
            summary = "社会保险费申报核定",
            description =
                    "宁人社办发〔2020〕2号 附件2第5项. Declares a month and answers its sheet (核定单). Declared again, the sheet"
                            + " follows what has changed since, with the difference. A late declaration is accepted (第七条).")
    @PostMapping
    SheetView declare(Caller caller, CommandId command, @RequestBody Declaration declaration) {
        Employer employer = agents.actingFor(caller);
        Month month = Needed.field(declaration.month(), "month");
        if (month.until(clock.month()) >= MONTHS_BACK) {
            throw Problem.of(
                            422,
                            "declared-at-the-agency-only",
                            month + " lies three years back and more: it is made up for at the agency, on a paper of a"
                                    + " court, an audit, an inspection or an arbitration")
                    .at("month")
                    .under("人社部规〔2016〕5号")
                    .exception();
        }
        return SheetView.of(assessing.assess(employer, month, Ground.DECLARED, command.derive("declaration")));
    }

    @Operation(
            summary = "The sheets of some months",
            description = "At most 36 months; without from and to the last 12.")
    @GetMapping
    Sheets list(Caller caller, @RequestParam @Nullable Month from, @RequestParam @Nullable Month to) {
        Payer payer = payer(caller);
        Month last = to == null ? clock.month() : to;
        Month first = from == null ? last.plus(1 - MONTHS_SHOWN) : from;
        return new Sheets(
                reading.between(payer, first, last).stream().map(SheetView::of).toList());
    }

    @Operation(summary = "The sheet of a month")
    @GetMapping("/{month}")
    SheetView one(Caller caller, @PathVariable Month month) {
        return SheetView.of(reading.require(payer(caller), month));
    }

    @Operation(
            summary = "A sheet's lines, masked",
            description = "None while the month is assessed without a declaration.")
    @GetMapping("/{month}/lines")
    Page<LineView> lines(Caller caller, @PathVariable Month month, PageRequest request) {
        return reading.lines(reading.require(payer(caller), month), request);
    }

    private Payer payer(Caller caller) {
        return Payer.employer(agents.actingFor(caller).id());
    }
}
