package org.nxsi.enrollment.account;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What persons may know of their accounts (社会保险法 第四条, 第十四条). */
@RestController
class PensionAccountController {

    private static final int FIRST_YEAR = 1992;

    private final Accounts accounts;
    private final BusinessClock clock;

    PensionAccountController(Accounts accounts, BusinessClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param note what a provisional or missing interest means, for people; absent if there is nothing to say */
    record OfScheme(
            Scheme scheme,
            String schemeName,
            AccountState state,
            String stateName,
            LocalDate openedOn,
            AccountYear account,
            Fen balance,
            @Nullable String note) {}

    record PensionAccount(int year, List<OfScheme> accounts) {}

    @Operation(
            summary = "养老保险个人账户查询",
            description =
                    "宁人社办发〔2020〕2号 附件2第15项. Opening, contributions, interest and closing of a year, this one unless"
                            + " another is asked for. Interest is booked once a year; until the year's own rate is announced it is"
                            + " provisional.")
    @GetMapping("/v1/persons/me/pension-account")
    PensionAccount account(Caller caller, @RequestParam @Nullable Integer year) {
        caller.require(Role.CITIZEN);
        LocalDate today = clock.today();
        int wanted = year == null ? today.getYear() : year;
        if (wanted < FIRST_YEAR || wanted > today.getYear()) {
            throw Problem.badRequest(
                            "invalid-parameter", "year", "a year from " + FIRST_YEAR + " to " + today.getYear())
                    .exception();
        }
        return new PensionAccount(
                wanted,
                accounts.statements(caller.requirePersonId(), wanted).stream()
                        .map(each -> of(each, today))
                        .toList());
    }

    private static OfScheme of(AccountStatement each, LocalDate today) {
        return new OfScheme(
                each.scheme(),
                each.scheme().title(),
                each.state(),
                each.state().title(),
                each.openedOn(),
                each.year(),
                each.balance(),
                each.note(today));
    }
}
