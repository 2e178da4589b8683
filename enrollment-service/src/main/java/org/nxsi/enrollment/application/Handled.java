package org.nxsi.enrollment.application;

import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.cases.CaseRefusal;
import org.nxsi.platform.cases.CaseResult;
import org.nxsi.platform.cases.CaseResult.Changed;
import org.nxsi.platform.cases.CaseResult.Refused;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** What a command on a case gave, where a refusal ends the request. */
public final class Handled {

    private Handled() {}

    /**
     * The case after the command.
     *
     * @throws ProblemException 409 with the refusal's own code, such as {@code case-state}, and its clause
     */
    public static CaseFile file(CaseResult result) {
        return switch (result) {
            case Changed changed -> changed.file();
            case Refused refused -> throw problem(refused.reason()).exception();
        };
    }

    /** A refusal as answers show it. */
    public static Problem problem(CaseRefusal refusal) {
        Problem problem = Problem.conflict(refusal.code(), refusal.text());
        String clause = refusal.clause();
        return clause == null ? problem : problem.under(clause);
    }
}
