package org.nxsi.deferral.view;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.deferral.ledger.Entries.By;
import org.nxsi.deferral.ledger.Entries.Total;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.deferral.ledger.State;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as staff search it, in their agency's area. */
@RestController
@RequestMapping("/admin/v1/deferrals")
class SearchController {

    private final Entries entries;

    SearchController(Entries entries) {
        this.entries = entries;
    }

    /** @param by what each total is of */
    record Totals(String by, Arrangement arrangement, List<NamedTotal> items, Total all) {}

    /** @param name of the region or kind, for people; of a week itself */
    record NamedTotal(String of, String name, long entries, long amountUnknown, Fen amount, Fen madeUp) {}

    @Operation(
            summary = "Entries by region, kind, state, deadline and period",
            description = "In the order of their ids.")
    @GetMapping
    Page<FoundEntry> search(
            Caller caller,
            @RequestParam @Nullable AreaCode region,
            @RequestParam @Nullable Kind kind,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable LocalDate deadlineFrom,
            @RequestParam @Nullable LocalDate deadlineUntil,
            @RequestParam @Nullable String period,
            PageRequest request) {
        Entries.Wanted wanted = new Entries.Wanted(
                SeenByStaff.within(caller, region), null, kind, listed(state), period, deadlineFrom, deadlineUntil);
        return Page.of(entries.page(wanted, request.after(), request.limit() + 1), request, Entry::id)
                .map(FoundEntry::of);
    }

    @Operation(
            summary = "Sums over the stored entries",
            description = "by=region, kind, week (of registration) or state; what was withdrawn is not in them"
                    + " unless by=state.")
    @GetMapping("/totals")
    Totals totals(
            Caller caller,
            @RequestParam @Nullable AreaCode region,
            @RequestParam @Nullable String period,
            @RequestParam String by) {
        Grouping grouping = Grouping.of(by);
        AreaCode area = SeenByStaff.within(caller, region);
        List<Total> totals =
                entries.totals(new Entries.Wanted(area, null, null, null, period, null, null), grouping.by);
        return new Totals(
                by, Arrangement.DEFERRAL, totals.stream().map(grouping::named).toList(), sum(totals));
    }

    private static Total sum(List<Total> totals) {
        return new Total(
                "all",
                totals.stream().mapToLong(Total::entries).sum(),
                totals.stream().mapToLong(Total::amountUnknown).sum(),
                totals.stream().map(Total::amount).reduce(Fen.ZERO, Fen::plus),
                totals.stream().map(Total::madeUp).reduce(Fen.ZERO, Fen::plus));
    }

    private static @Nullable State listed(@Nullable State state) {
        if (state == State.AWAITED) {
            throw Problem.badRequest("invalid-parameter", "state", "what is only awaited is in no list")
                    .exception();
        }
        return state;
    }

    private enum Grouping {
        REGION(By.AREA),
        KIND(By.KIND),
        WEEK(By.WEEK),
        STATE(By.STATE);

        private final By by;

        Grouping(By by) {
            this.by = by;
        }

        static Grouping of(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.badRequest("invalid-parameter", "by", "by is region, kind, week or state")
                                    .exception());
        }

        NamedTotal named(Total total) {
            String name = switch (this) {
                case REGION -> AreaCode.parse(total.of()).fullName();
                case KIND -> Kind.valueOf(total.of()).title();
                case WEEK -> total.of();
                case STATE -> State.valueOf(total.of()).title();
            };
            return new NamedTotal(
                    total.of(), name, total.entries(), total.amountUnknown(), total.amount(), total.madeUp());
        }
    }
}
