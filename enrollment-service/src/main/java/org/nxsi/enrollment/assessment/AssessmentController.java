package org.nxsi.enrollment.assessment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sheets as staff see them: those of their agency's area, whoever the payer is. */
@RestController
@RequestMapping("/admin/v1/assessments")
class AssessmentController {

    private final Employers employers;
    private final AssessingEmployers assessing;
    private final ReadingSheets reading;
    private final SheetDocuments sheets;
    private final BusinessClock clock;

    AssessmentController(
            Employers employers,
            AssessingEmployers assessing,
            ReadingSheets reading,
            SheetDocuments sheets,
            BusinessClock clock) {
        this.employers = employers;
        this.assessing = assessing;
        this.reading = reading;
        this.sheets = sheets;
        this.clock = clock;
    }

    record Declaration(
            @Nullable CreditCode employer, @Nullable Month month) {}

    @Operation(
            summary = "A declaration taken at the window",
            description =
                    "For the employer's agent who stands there; the month before the current one and the current one."
                            + " Months further back are made up for: /admin/v1/contributions.")
    @PostMapping
    SheetView declare(Caller caller, CommandId command, @RequestBody Declaration declaration) {
        caller.require(Role.CLERK);
        Employer employer = visible(caller, Needed.field(declaration.employer(), "employer"));
        Month month = Needed.field(declaration.month(), "month");
        if (month.until(clock.month()) > 1) {
            throw Problem.of(422, "month-is-past", month + " is over: it is made up for, not declared")
                    .at("month")
                    .exception();
        }
        return SheetView.of(assessing.assess(employer, month, Ground.DECLARED, command.derive("declaration")));
    }

    @Operation(summary = "The sheets of a month", description = "Of the agency's area, or of one in it.")
    @GetMapping
    Page<SheetView> list(
            Caller caller, @RequestParam Month month, @RequestParam @Nullable AreaCode area, PageRequest request) {
        AreaCode own = caller.requireAgency();
        if (area != null && !own.contains(area)) {
            throw Problem.forbidden("area-not-yours", "this account's agency is " + own)
                    .at("area")
                    .exception();
        }
        AreaCode wanted = area == null ? own : area;
        List<AreaCode> areas = AreaCode.all().stream().filter(wanted::contains).toList();
        return Page.of(sheets.page(areas, month, request.after(), request.limit() + 1), request, AssessmentSheet::id)
                .map(SheetView::of);
    }

    @Operation(
            summary = "A payer's sheet",
            description = "The payer as written on sheets: EMPLOYER:91640100MA7ABCD12N.")
    @GetMapping("/{payer}/{month}")
    SheetView one(Caller caller, @PathVariable String payer, @PathVariable Month month) {
        return SheetView.of(visible(caller, payer, month));
    }

    @Operation(summary = "A sheet's lines, masked")
    @GetMapping("/{payer}/{month}/lines")
    Page<LineView> lines(Caller caller, @PathVariable String payer, @PathVariable Month month, PageRequest request) {
        return reading.lines(visible(caller, payer, month), request);
    }

    private AssessmentSheet visible(Caller caller, String payer, Month month) {
        AreaCode own = caller.requireAgency();
        AssessmentSheet sheet = reading.require(payer(payer), month);
        if (!own.contains(sheet.area())) {
            throw Problem.notFound("sheet-unknown", "nothing is assessed for " + month)
                    .exception();
        }
        return sheet;
    }

    private Employer visible(Caller caller, CreditCode code) {
        AreaCode own = caller.requireAgency();
        return employers
                .find(code)
                .filter(employer -> own.contains(employer.area()))
                .orElseThrow(() -> Problem.notFound("employer-not-registered", "no such employer in the area of " + own)
                        .exception());
    }

    private static Payer payer(String text) {
        try {
            return Payer.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw Problem.badRequest("invalid-parameter", "payer", "not a payer like EMPLOYER:91640100MA7ABCD12N")
                    .exception();
        }
    }
}
