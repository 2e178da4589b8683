package org.nxsi.enrollment.transfer;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other provinces' agencies speak, through the national platform (全国社会保险关系转移接续平台) or by themselves. */
@RestController
@RequestMapping("/partner/v1/agencies/{code}/transfers/{number}")
class TransferPartnerController {

    /** The national platform speaks for every province. */
    private static final String NATION = "100000";

    private final TransferFiles transfers;
    private final HearingOtherPlace hearing;

    TransferPartnerController(TransferFiles transfers, HearingOtherPlace hearing) {
        this.transfers = transfers;
        this.hearing = hearing;
    }

    /** What the other place is told: that it was heard, and where the matter stands. Nothing of the person. */
    record Heard(
            String number,
            TransferState state,
            String stateTitle,
            @Nullable LocalDate informationOn,
            @Nullable LocalDate moneyOn,
            @Nullable LocalDate dueOn) {

        static Heard of(Transfer transfer) {
            return new Heard(
                    transfer.number(),
                    transfer.state(),
                    transfer.state().title(),
                    transfer.arrived().informationOn(),
                    transfer.arrived().moneyOn(),
                    transfer.progress().dueOn());
        }
    }

    @Operation(summary = "The contact letter, its receipt, or its return")
    @PostMapping("/letter")
    Heard letter(Caller caller, @PathVariable String code, @PathVariable String number, @RequestBody Told.Letter body) {
        return Heard.of(hearing.letter(seen(caller, code, number), body, by(code)));
    }

    @Operation(summary = "The information, or the receipt for it")
    @PostMapping("/information")
    Heard information(
            Caller caller,
            @PathVariable String code,
            @PathVariable String number,
            @RequestBody Told.InformationTable body) {
        return Heard.of(hearing.information(seen(caller, code, number), body, by(code)));
    }

    @Operation(summary = "The money, or the receipt for it")
    @PostMapping("/money")
    Heard money(
            Caller caller, @PathVariable String code, @PathVariable String number, @RequestBody Told.MoneyNote body) {
        return Heard.of(hearing.money(seen(caller, code, number), body, by(code)));
    }

    /** An agency speaks of its own province's transfers only. */
    private Transfer seen(Caller caller, String code, String number) {
        caller.require(Role.AGENCY);
        if (!code.equals(caller.partner())) {
            throw Problem.forbidden("partner-mismatch", "this client is not the agency " + code)
                    .exception();
        }
        Transfer transfer = transfers.byNumber(number);
        boolean own = transfer != null
                && (code.equals(NATION)
                        || (code.length() == 6 && transfer.otherPlace().startsWith(code.substring(0, 2))));
        if (transfer == null || !own) {
            throw TransferFiles.unknown();
        }
        return transfer;
    }

    private static String by(String code) {
        return "agency-" + code;
    }
}
