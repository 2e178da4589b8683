package org.nxsi.platform.identity;

import org.jspecify.annotations.Nullable;

/** A text is not the identifier it was read as. The message never repeats the text, which may be personal data. */
public final class InvalidIdentifier extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final IdentifierProblem problem;

    InvalidIdentifier(IdentifierProblem problem) {
        super(problem.code() + ": " + problem.text());
        this.problem = problem;
    }

    /** Stable code, for example {@code social-number-check-digit}. */
    public String code() {
        return problem.code();
    }

    public IdentifierProblem problem() {
        return problem;
    }

    static void refuse(@Nullable IdentifierProblem problem) {
        if (problem != null) {
            throw new InvalidIdentifier(problem);
        }
    }
}
