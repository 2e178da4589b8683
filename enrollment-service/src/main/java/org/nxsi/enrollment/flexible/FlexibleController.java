package org.nxsi.enrollment.flexible;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.enrollment.assessment.SheetView;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What flexible workers owe, as they choose it. */
@RestController
@RequestMapping("/v1/persons/me/flexible-contribution-assessments")
class FlexibleController {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2150;

    private final AssessingFlexible assessing;
    private final Sheets sheets;
    private final PersonRegister register;
    private final BusinessClock clock;

    FlexibleController(AssessingFlexible assessing, Sheets sheets, PersonRegister register, BusinessClock clock) {
        this.assessing = assessing;
        this.sheets = sheets;
        this.register = register;
        this.clock = clock;
    }

    /**
     * One month.
     *
     * @param owed the whole, to be paid by the worker
     * @param account what of it goes to the personal account once it has come
     * @param pool the rest
     */
    record MonthView(
            Month month,
            String sheet,
            int revision,
            Fen base,
            Fen owed,
            Fen account,
            Fen pool,
            Fen difference,
            LocalDate dueDate) {

        static MonthView of(AssessmentSheet sheet) {
            SchemeTotal total = sheet.total(Scheme.EMPLOYEE_PENSION);
            SchemeTotal owed = total == null ? SchemeTotal.none(Scheme.EMPLOYEE_PENSION) : total;
            return new MonthView(
                    sheet.month(),
                    sheet.number(),
                    sheet.revision(),
                    owed.base(),
                    owed.person(),
                    owed.account(),
                    owed.person().minus(owed.account()),
                    sheet.history().getLast().difference(),
                    sheet.dueDate());
        }
    }

    /** @param owed for all the months together */
    record AssessmentView(@Nullable AreaCode area, List<MonthView> months, Fen owed, List<SheetView.Policy> policies) {

        static AssessmentView of(List<AssessmentSheet> sheets) {
            List<MonthView> months = sheets.stream().map(MonthView::of).toList();
            return new AssessmentView(
                    sheets.isEmpty() ? null : sheets.getLast().area(),
                    months,
                    months.stream().map(MonthView::owed).reduce(Fen.ZERO, Fen::plus),
                    sheets.stream()
                            .flatMap(sheet -> sheet.policies().stream())
                            .distinct()
                            .map(SheetView.Policy::of)
                            .toList());
        }
    }

    @Operation(
            summary = "灵活就业人员养老保险缴费核定",
            description =
                    "宁人社办发〔2020〕2号 附件4第27项. Months of one year, a base between 60 and 300 percent of the average wage:"
                            + " 20 percent of it are owed, 8 of them go to the account. Insures the worker where that is still to be"
                            + " done. A month asked for again follows the new base, with the difference.")
    @PostMapping
    AssessmentView assess(Caller caller, CommandId command, @RequestBody FlexibleMonths.Wanted wanted) {
        caller.require(Role.CITIZEN);
        return AssessmentView.of(assessing.assess(
                caller.requirePersonId(),
                wanted.checked(),
                command.derive("flexible"),
                caller.actor(),
                Channel.ofClient(caller.client())));
    }

    @Operation(summary = "What is assessed for a year", description = "Without a year the current one.")
    @GetMapping
    AssessmentView year(Caller caller, @RequestParam @Nullable Integer year) {
        caller.require(Role.CITIZEN);
        PersonId me = register.require(caller.requirePersonId()).id();
        int wanted = year == null ? clock.today().getYear() : year;
        if (wanted < FIRST_YEAR || wanted > LAST_YEAR) {
            throw Problem.badRequest("invalid-parameter", "year", FIRST_YEAR + " to " + LAST_YEAR)
                    .exception();
        }
        Month january = new Month(wanted, 1);
        List<Month> months = IntStream.range(0, 12).mapToObj(january::plus).toList();
        return AssessmentView.of(sheets.of(Payer.flexibleWorker(me), months));
    }
}
