package org.nxsi.enrollment.specialgroup;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.cases.CaseFile;

/**
 * That somebody declared a label for a year (特殊人员申报), with its case. Public for the driver only.
 *
 * @param command what asked for it: a repetition finds it
 * @param proof the paper that shows it, by its reference; null until one is given
 * @param proposal what a clerk would decide; null before
 */
public record Declaration(
        String command,
        CaseFile file,
        Label label,
        @Nullable String proof,
        @Nullable Proposal proposal) {

    /**
     * What waits for a second person.
     *
     * @param reason of a rejection; null of an approval
     */
    public record Proposal(boolean approve, @Nullable String reason, String by) {}

    String number() {
        return file.number().toString();
    }

    boolean isOpen() {
        return file.state().isUndecided();
    }

    Declaration with(CaseFile next) {
        return new Declaration(command, next, label, proof, proposal);
    }

    Declaration proven(CaseFile next, String given) {
        return new Declaration(command, next, label, given, proposal);
    }

    Declaration proposed(CaseFile next, @Nullable Proposal wanted) {
        return new Declaration(command, next, label, proof, wanted);
    }
}
