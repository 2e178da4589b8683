package org.nxsi.enrollment.collector;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices that no due has room for: somebody must ask the collector what it meant. */
@RestController
class LeftOverController {

    private final PaymentNotices notices;

    LeftOverController(PaymentNotices notices) {
        this.notices = notices;
    }

    record View(
            String collector,
            String id,
            PaymentNotice.Kind kind,
            Payer payer,
            Scheme scheme,
            Month month,
            Fen amount,
            Fen lateFee,
            LocalDate paidOn,
            AreaCode area,
            @Nullable String reverses,
            Instant receivedAt) {

        static View of(PaymentNotice notice) {
            String takesBack = notice.takesBack();
            return new View(
                    notice.collector(),
                    notice.number(),
                    notice.kind(),
                    notice.payer(),
                    notice.scheme(),
                    notice.month(),
                    notice.amount(),
                    notice.lateFee(),
                    notice.paidOn(),
                    notice.area(),
                    takesBack == null ? null : takesBack.substring(takesBack.indexOf('|') + 1),
                    notice.receivedAt());
        }
    }

    @Operation(summary = "Notices of payments that could not be posted", description = "Of the agency's area.")
    @GetMapping("/admin/v1/contributions/payment-notices")
    Page<View> leftOver(Caller caller, PageRequest request) {
        caller.require(Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.AUDITOR);
        AreaCode own = caller.requireAgency();
        return Page.of(
                        notices.leftOver(
                                AreaCode.all().stream().filter(own::contains).toList(),
                                request.after(),
                                request.limit() + 1),
                        request,
                        PaymentNotice::id)
                .map(View::of);
    }
}
