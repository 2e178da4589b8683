package org.nxsi.pension.beneficiary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Staff look a person's benefits up, in their own area. */
@RestController
@RequestMapping("/admin/v1/beneficiaries")
class BeneficiaryController {

    private static final Logger audit = LoggerFactory.getLogger("nxsi.audit");
    private static final int SHORTEST_PURPOSE = 2;
    private static final int LONGEST_PURPOSE = 200;

    private final Beneficiaries beneficiaries;

    BeneficiaryController(Beneficiaries beneficiaries) {
        this.beneficiaries = beneficiaries;
    }

    /** The benefits of one person. */
    record Found(String payee, List<BeneficiaryView> benefits) {}

    /**
     * Number, name and account are masked, unless a purpose is given; who saw them in full, and what for, is logged.
     *
     * @param payee opaque person id
     */
    @GetMapping("/{payee}")
    Found find(Caller caller, @PathVariable String payee, @RequestParam @Nullable String purpose) {
        StaffArea staff = StaffArea.of(caller);
        List<Beneficiary> found = beneficiaries.ofPayee(payee).stream()
                .filter(beneficiary -> staff.covers(beneficiary.area()))
                .toList();
        if (found.isEmpty()) {
            throw Problem.notFound("beneficiary-unknown", "no beneficiary of this name in your area")
                    .exception();
        }
        if (purpose == null) {
            return new Found(payee, found.stream().map(BeneficiaryView::masked).toList());
        }
        audit.info("full data of {} shown to {} for: {}", payee, caller.subject(), written(purpose));
        return new Found(payee, found.stream().map(BeneficiaryView::full).toList());
    }

    /** One line of printable text. */
    private static String written(String purpose) {
        String text = purpose.strip();
        if (text.length() < SHORTEST_PURPOSE
                || text.length() > LONGEST_PURPOSE
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("invalid-parameter", "purpose", "the purpose is one line of 2 to 200 characters")
                    .exception();
        }
        return text;
    }
}
