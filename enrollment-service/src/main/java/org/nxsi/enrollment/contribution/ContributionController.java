package org.nxsi.enrollment.contribution;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 个人缴费信息查询. */
@RestController
class ContributionController {

    private static final int MOST_MONTHS = 36;
    private static final int USUAL_MONTHS = 12;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2150;

    private final OwnContributions own;
    private final BusinessClock clock;

    ContributionController(OwnContributions own, BusinessClock clock) {
        this.own = own;
        this.clock = clock;
    }

    record Contributions(Month from, Month to, List<Contribution> contributions) {}

    @Operation(
            summary = "个人缴费信息查询",
            description = "宁人社办发〔2020〕2号 附件2第10项, 附件3第3项, 附件4第6项. At most " + MOST_MONTHS
                    + " months; without any, the last " + USUAL_MONTHS + ".")
    @GetMapping("/v1/persons/me/contributions")
    Contributions contributions(
            Caller caller,
            @RequestParam @Nullable String scheme,
            @RequestParam @Nullable Month from,
            @RequestParam @Nullable Month to) {
        caller.require(Role.CITIZEN);
        requireWithin("from", from);
        requireWithin("to", to);
        Month last =
                to != null ? to : from != null ? earlier(clock.month(), from.plus(MOST_MONTHS - 1)) : clock.month();
        Month first = from == null ? last.plus(1 - USUAL_MONTHS) : from;
        int months = first.until(last) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw Problem.badRequest("invalid-parameter", "from", "1 to " + MOST_MONTHS + " months")
                    .exception();
        }
        return new Contributions(first, last, own.of(caller.requirePersonId(), scheme(scheme), first, last));
    }

    private static @Nullable Scheme scheme(@Nullable String code) {
        return code == null
                ? null
                : Scheme.of(code)
                        .orElseThrow(() -> Problem.badRequest(
                                        "invalid-parameter", "scheme", "one of 110, 120, 170, 210, 410")
                                .exception());
    }

    private static void requireWithin(String field, @Nullable Month month) {
        if (month != null && (month.year() < FIRST_YEAR || month.year() > LAST_YEAR)) {
            throw Problem.badRequest("invalid-parameter", field, "a month of " + FIRST_YEAR + " to " + LAST_YEAR)
                    .exception();
        }
    }

    private static Month earlier(Month one, Month other) {
        return one.isBefore(other) ? one : other;
    }
}
