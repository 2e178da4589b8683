package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a label was confirmed, or not confirmed, by mistake: one person proposes, another carries it out. Public for the
 * driver only.
 *
 * @param id made of the command that proposed it
 * @param confirm whether the label is to stand; false takes it away
 * @param before the year's labels as they stood when it was proposed; once it is carried out, as they stood then
 * @param after as they stand with it
 * @param proof reference of a paper
 * @param on business date of the proposal
 * @param confirmedBy the second person; null until then
 */
public record Correction(
        String id,
        Label label,
        boolean confirm,
        List<Label> before,
        List<Label> after,
        String reason,
        String proof,
        String by,
        LocalDate on,
        @Nullable String confirmedBy,
        @Nullable LocalDate confirmedOn) {

    public Correction {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    boolean isOpen() {
        return confirmedBy == null;
    }

    Correction carriedOut(List<Label> stood, List<Label> stands, String second, LocalDate day) {
        return new Correction(id, label, confirm, stood, stands, reason, proof, by, on, second, day);
    }
}
