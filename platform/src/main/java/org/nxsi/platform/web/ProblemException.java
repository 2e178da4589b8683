package org.nxsi.platform.web;

/** Carries a {@link Problem} to the edge. It has no stack trace: a refusal is an answer, not a failure. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
