package org.nxsi.enrollment.transfer;

import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** What a rule said, where a refusal ends the request. */
final class WrongTurn {

    private WrongTurn() {}

    /**
     * The transfer after the step; itself where nothing was to be done.
     *
     * @throws ProblemException 409 with the refusal's own code and the state, 403 for the same person twice
     */
    static Transfer taken(Transfer before, Turn turn) {
        return switch (turn) {
            case Turn.Changed(Transfer after) -> after;
            case Turn.AlreadySo() -> before;
            case Turn.Refused(String code, String detail) ->
                throw Problem.of(code.equals("same-person") ? 403 : 409, code, detail)
                        .with("state", before.state())
                        .exception();
        };
    }
}
