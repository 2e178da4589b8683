package org.nxsi.platform.cases;

/** What a command on a case gives: the case file after it, or the reason why not. */
public sealed interface CaseResult {

    record Changed(CaseFile file) implements CaseResult {}

    record Refused(CaseRefusal reason) implements CaseResult {}

    /**
     * The new case file.
     *
     * @throws IllegalStateException if the command was refused
     */
    default CaseFile file() {
        return switch (this) {
            case Changed changed -> changed.file();
            case Refused refused ->
                throw new IllegalStateException(refused.reason().code());
        };
    }
}
