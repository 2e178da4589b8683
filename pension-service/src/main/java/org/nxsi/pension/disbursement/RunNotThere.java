package org.nxsi.pension.disbursement;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Problem;

/** The refusals of steps that come too early, too late, or for a run that there is not. */
final class RunNotThere {

    private RunNotThere() {}

    /** @return the run, if it stands at one of the expected states */
    static Run unless(@Nullable Run run, String id, RunStatus... expected) {
        if (run == null || !Arrays.asList(expected).contains(run.status())) {
            throw refusal(run, id, expected);
        }
        return run;
    }

    static RuntimeException refusal(@Nullable Run run, String id, RunStatus... expected) {
        if (run == null) {
            return Problem.notFound("run-unknown", "there is no run " + id).exception();
        }
        return Problem.conflict(
                        "run-not-there",
                        "run " + id + " is " + run.status() + ", this step needs " + Arrays.asList(expected))
                .with("status", run.status())
                .exception();
    }
}
