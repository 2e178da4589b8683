package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.application.Handled;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.cases.Paper;

/** The case of a transfer on its way. Its promised time stands still while the other place has to act. */
final class TransferCase {

    static final String ITEM = "transfer-application";

    /** The whole matter: steps, amounts, temporary accounts. */
    static final String CLAUSE = "国办发〔2009〕66号";

    /** 容缺: accepted now, papers to follow. */
    static final String MISSING_CLAUSE = "宁人社办发〔2020〕2号 第五条";

    private TransferCase() {}

    static CaseFile accepted(
            Direction direction, CaseFile file, List<Paper> missing, LocalDate supplyBy, LocalDate on, String by) {
        CaseFile accepted = Handled.file(
                missing.isEmpty()
                        ? file.accept(on, by)
                        : file.acceptWithMissing(missing, supplyBy, MISSING_CLAUSE, on, by));
        return switch (direction) {
            case IN -> accepted;
            case OUT -> waiting(Handled.file(accepted.startReview(on, by)), "等待转入地联系函", on, by);
        };
    }

    static CaseFile letter(Direction direction, CaseFile file, LocalDate on, String by) {
        return switch (direction) {
            case IN -> waiting(Handled.file(file.startReview(on, by)), "联系函已发出，等待转出地办理", on, by);
            case OUT -> resumed(file, on, by);
        };
    }

    /** Information and money are on their way. */
    static CaseFile sent(CaseFile file, LocalDate on, String by) {
        return waiting(file, "信息和资金已转出，等待转入地办结", on, by);
    }

    /** All that the other place had to do is done. */
    static CaseFile resumed(CaseFile file, LocalDate on, String by) {
        return file.state() == CaseState.SUSPENDED ? Handled.file(file.resume(on, by)) : file;
    }

    static CaseFile completed(CaseFile file, LocalDate on, String by) {
        return Handled.file(resumed(file, on, by).approve(CLAUSE, on, by));
    }

    static CaseFile returned(CaseFile file, String reason, LocalDate on, String by) {
        return switch (file.state()) {
            case SUBMITTED, MATERIALS_MISSING -> Handled.file(file.refuseAcceptance(reason, on, by));
            case ACCEPTED -> Handled.file(Handled.file(file.startReview(on, by)).reject(reason, on, by));
            case IN_REVIEW, SUSPENDED, APPROVED, REJECTED, DELIVERED, NOT_ACCEPTED, CLOSED, WITHDRAWN ->
                Handled.file(resumed(file, on, by).reject(reason, on, by));
        };
    }

    private static CaseFile waiting(CaseFile file, String reason, LocalDate on, String by) {
        return Handled.file(file.suspend(reason, on, by));
    }
}
