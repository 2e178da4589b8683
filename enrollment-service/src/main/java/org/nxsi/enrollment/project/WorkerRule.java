package org.nxsi.enrollment.project;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.project.Stay.Mark;

/** What a row makes of a worker. Who is on the roster is never taken off it: their time ends. */
final class WorkerRule {

    static final Refusal NOT_ON_ROSTER = Refusal.wrong("not-on-roster", "number", "花名册中没有该人员");

    private WorkerRule() {}

    /** @param worker as it stands afterwards; the very same if nothing changes */
    record Turned(Worker worker, Outcome outcome) {}

    static Turned apply(Worker worker, RosterRow row, Project project, Mark mark) {
        if (worker.stays().stream().anyMatch(each -> each.isCausedBy(mark.cause()))) {
            return new Turned(worker, Outcome.done(row.row()));
        }
        LocalDate from = row.from();
        LocalDate to = row.to();
        Refusal outside = ofDays(project, row);
        if (outside != null) {
            return refused(worker, row, outside);
        }
        return from == null ? leave(worker, row, to, mark) : come(worker, row, from, to, mark);
    }

    /** Null if the row's days are days of the project. */
    static @Nullable Refusal ofDays(Project project, RosterRow row) {
        if (isOutside(project, row.from())) {
            return Refusal.wrong("outside-project", "from", "进场日期不在工期内：" + days(project));
        }
        if (isOutside(project, row.to())) {
            return Refusal.wrong("outside-project", "to", "退场日期不在工期内：" + days(project));
        }
        return null;
    }

    private static boolean isOutside(Project project, @Nullable LocalDate day) {
        return day != null && (day.isBefore(project.startsOn()) || day.isAfter(project.lastDay()));
    }

    private static String days(Project project) {
        return project.startsOn() + " 至 " + project.lastDay();
    }

    private static Turned come(Worker worker, RosterRow row, LocalDate from, @Nullable LocalDate to, Mark mark) {
        Optional<Stay> same =
                worker.stays().stream().filter(each -> each.from().equals(from)).findFirst();
        if (same.isPresent()) {
            return to == null ? alreadySo(worker, row) : end(worker, row, same.get(), to, mark);
        }
        if (worker.stays().stream().anyMatch(each -> each.overlaps(from, to))) {
            return refused(worker, row, Refusal.wrong("stay-overlaps", "from", "与已登记的在场期间重叠"));
        }
        if (worker.stays().size() >= Worker.MOST_STAYS) {
            return refused(worker, row, Refusal.wrong("too-many-stays", "from", "在场期间过多"));
        }
        return done(worker.with(new Stay(from, to, mark, to == null ? null : mark)), row);
    }

    private static Turned leave(Worker worker, RosterRow row, @Nullable LocalDate to, Mark mark) {
        if (to == null) {
            return refused(worker, row, Refusal.wrong("days-missing", "to", "应填写进场日期或退场日期"));
        }
        return worker.stays().stream()
                .filter(each -> !each.from().isAfter(to))
                .max(Comparator.comparing(Stay::from))
                .map(each -> end(worker, row, each, to, mark))
                .orElseGet(() -> refused(worker, row, NOT_ON_ROSTER));
    }

    private static Turned end(Worker worker, RosterRow row, Stay stay, LocalDate to, Mark mark) {
        if (to.equals(stay.to())) {
            return alreadySo(worker, row);
        }
        if (stay.to() != null) {
            return refused(worker, row, Refusal.wrong("stay-ended", "to", "该期间已于 " + stay.to() + " 结束"));
        }
        if (worker.stays().stream().anyMatch(each -> !each.equals(stay) && each.overlaps(stay.from(), to))) {
            return refused(worker, row, Refusal.wrong("stay-overlaps", "to", "与已登记的在场期间重叠"));
        }
        return done(worker.with(stay.until(to, mark)), row);
    }

    private static Turned done(Worker worker, RosterRow row) {
        return new Turned(worker, Outcome.done(row.row()));
    }

    private static Turned alreadySo(Worker worker, RosterRow row) {
        return new Turned(worker, Outcome.alreadySo(row.row()));
    }

    private static Turned refused(Worker worker, RosterRow row, Refusal refusal) {
        return new Turned(worker, Outcome.refused(row.row(), refusal));
    }
}
