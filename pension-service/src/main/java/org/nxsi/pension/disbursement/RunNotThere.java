package org.nxsi.pension.disbursement;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;

/** The refusals of steps that come too early, too late, or for a run that there is not. */
final class RunNotThere {

    private RunNotThere() {}

    /** @return the run, if it stands at one of the expected states */
    static Run unless(@Nullable Run run, String id, RunStatus... expected) {
        if (run == null) {
            throw Problem.notFound("run-unknown", "there is no run " + id).exception();
        }
        List<RunStatus> states = Arrays.asList(expected);
        if (!states.contains(run.status())) {
            throw Problem.conflict("run-not-there", "run " + id + " is " + run.status() + ", this step needs " + states)
                    .with("status", run.status())
                    .exception();
        }
        return run;
    }
}
