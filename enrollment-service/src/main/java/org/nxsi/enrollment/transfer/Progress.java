package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a transfer is. Public for the driver only.
 *
 * @param since when the part of the way began that somebody is answerable for now
 * @param dueOn last day of it; null where nobody has to act, or the year's calendar is not published yet
 * @param steps oldest first, at most {@value #MOST_STEPS}
 */
public record Progress(
        TransferState state, LocalDate since, @Nullable LocalDate dueOn, List<Step> steps) {

    static final int MOST_STEPS = 60;

    /**
     * A step that was done.
     *
     * @param remark for people
     */
    public record Step(TransferState state, LocalDate on, String by, String remark) {}

    public Progress {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("1 to " + MOST_STEPS + " steps");
        }
    }

    Step last() {
        return steps.getLast();
    }

    /** Who did the latest step of this kind; null if nobody did. */
    @Nullable
    String doneBy(TransferState step) {
        return steps.reversed().stream()
                .filter(each -> each.state() == step)
                .map(Step::by)
                .findFirst()
                .orElse(null);
    }

    Progress and(Step step, LocalDate from, @Nullable LocalDate due) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Progress(step.state(), from, due, all);
    }

    /** The same with another last day. */
    Progress due(@Nullable LocalDate day) {
        return new Progress(state, since, day, steps);
    }
}
