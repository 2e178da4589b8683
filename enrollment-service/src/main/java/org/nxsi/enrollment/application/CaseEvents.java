package org.nxsi.enrollment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.cases.CaseStep;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.cases.PapersNotice;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The fact that a case moved, for whoever shows people how far it is. It goes out with the change itself. */
@Component
public class CaseEvents {

    public static final String PROGRESSED = "enrollment.case-progressed";

    private final JsonMapper json;

    CaseEvents(JsonMapper json) {
        this.json = json;
    }

    private enum ApplicantKind {
        PERSON,
        EMPLOYER
    }

    private record Applicant(ApplicantKind kind, String id) {

        static Applicant of(String id) {
            return new Applicant(CreditCode.check(id) == null ? ApplicantKind.EMPLOYER : ApplicantKind.PERSON, id);
        }
    }

    private record MissingPaper(String code, String name, boolean main) {

        static MissingPaper of(Paper paper) {
            return new MissingPaper(paper.code(), paper.name(), paper.main());
        }
    }

    /**
     * @param steps how many steps the case has; of two facts about a case the one with more is the newer
     * @param remark what people read of the last step
     */
    private record Progressed(
            String number,
            String item,
            Applicant applicant,
            String area,
            CaseState state,
            String stateTitle,
            int steps,
            LocalDate submittedOn,
            LocalDate on,
            String remark,
            @Nullable String clause,
            @Nullable LocalDate dueOn,
            boolean undecided,
            @Nullable LocalDate supplyBy,
            List<MissingPaper> papersMissing) {}

    /**
     * The last step of a case.
     *
     * @param area whose agency handles it
     */
    public OutboxEvent progressed(CaseFile file, AreaCode area) {
        CaseStep last = file.history().getLast();
        int steps = file.history().size();
        PapersNotice notice = file.notice();
        Progressed progressed = new Progressed(
                file.number().toString(),
                file.item(),
                Applicant.of(file.applicant()),
                area.code(),
                file.state(),
                StateTitle.of(file.state()),
                steps,
                file.history().getFirst().on(),
                last.on(),
                last.remark(),
                last.clause(),
                DueDay.of(file),
                file.state().isUndecided(),
                notice == null ? null : notice.supplyBy(),
                notice == null
                        ? List.of()
                        : notice.missing().stream().map(MissingPaper::of).toList());
        return new OutboxEvent(
                PROGRESSED + "/" + file.number() + "/" + steps,
                Topics.EVENTS,
                file.applicant(),
                PROGRESSED,
                file.number().toString(),
                steps,
                Instant.now(),
                json.writeValueAsString(progressed));
    }
}
