package org.nxsi.enrollment.overseas;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.cases.PapersNotice;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** A clerk accepts and proposes, another person confirms: with that the certificate is issued. */
@Component
class DecidingExemption {

    private static final String MISSING_CLAUSE = "宁人社办发〔2020〕2号 第五条";

    private final ExemptionFiles exemptions;
    private final Eligibility eligibility;
    private final PersonRegister register;
    private final PolicyData policies;
    private final BusinessClock clock;

    DecidingExemption(
            ExemptionFiles exemptions,
            Eligibility eligibility,
            PersonRegister register,
            PolicyData policies,
            BusinessClock clock) {
        this.exemptions = exemptions;
        this.eligibility = eligibility;
        this.register = register;
        this.policies = policies;
        this.clock = clock;
    }

    /** Accepts, with papers to follow (容缺) or without; where a main paper is missing, asks for all that is missing at once. */
    Exemption accept(Exemption exemption, List<Paper> missing, @Nullable LocalDate supplyBy, String by) {
        LocalDate today = clock.today();
        LocalDate last = supplyBy == null ? today : supplyBy;
        int noticeDays = policies.find("case.one_notice_days", exemption.area(), PolicyData.ALL_SCHEMES, today)
                .integer();
        return exemptions.change(exemption.id(), now -> {
            CaseFile file = now.file();
            if (isLast(file, CaseState.ACCEPTED, by)) {
                return now;
            }
            CaseFile next = Handled.file(
                    missing.isEmpty()
                            ? file.accept(today, by)
                            : missing.stream().anyMatch(Paper::main)
                                    ? file.askForPapers(missing, last, noticeDays, WorkingDays.official(), today, by)
                                    : file.acceptWithMissing(missing, last, MISSING_CLAUSE, today, by));
            return now.with(next, null);
        });
    }

    Exemption supply(Exemption exemption, Set<String> codes, String by) {
        return exemptions.change(
                exemption.id(),
                now -> now.with(Handled.file(now.file().supply(codes, clock.today(), by)), now.proposal()));
    }

    Exemption propose(Exemption exemption, boolean approve, String reason, String by) {
        return exemptions.change(exemption.id(), now -> {
            Exemption.Proposal proposal = new Exemption.Proposal(approve, reason, by, clock.today());
            if (proposal.equals(now.proposal())) {
                return now;
            }
            if (now.proposal() != null) {
                throw Problem.conflict("proposal-open", "另有意见待复核").exception();
            }
            CaseFile inReview = now.file().state() == CaseState.IN_REVIEW
                    ? now.file()
                    : Handled.file(now.file().startReview(clock.today(), by));
            return now.with(inReview, proposal);
        });
    }

    /** Another person agrees, and the case is decided; or does not, and it stays in review. */
    Exemption confirm(Exemption exemption, boolean agreed, String by) {
        LocalDate today = clock.today();
        return exemptions.change(exemption.id(), now -> {
            if (agreed && (isLast(now.file(), CaseState.APPROVED, by) || isLast(now.file(), CaseState.REJECTED, by))) {
                return now;
            }
            Exemption.Proposal open = now.proposal();
            if (open == null) {
                throw Problem.conflict("no-proposal", "没有待复核的意见").exception();
            }
            if (open.by().equals(by)) {
                throw Problem.forbidden("same-person", "提出意见的人不能自行复核").exception();
            }
            if (!agreed) {
                return now.with(now.file(), null);
            }
            if (!open.approve()) {
                return now.with(Handled.file(now.file().reject(open.reason(), today, by)), null);
            }
            PapersNotice notice = now.file().notice();
            if (notice != null && !notice.missing().isEmpty()) {
                throw Problem.conflict("papers-missing", "容缺材料尚未补齐，不能开具证明").exception();
            }
            eligibility.require(register.require(now.person()), now.stay());
            return now.issued(Handled.file(now.file().approve(now.agreement(), today, by)), today);
        });
    }

    private static boolean isLast(CaseFile file, CaseState state, String by) {
        return file.state() == state && file.history().getLast().by().equals(by);
    }
}
