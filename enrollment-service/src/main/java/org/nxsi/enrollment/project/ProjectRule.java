package org.nxsi.enrollment.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.platform.money.Fen;

/**
 * What is owed for a project, and which changes of it may be: a share of its contract value (工伤保险条例 第十条;
 * 人社部发〔2014〕103号), for as long as it is built.
 */
final class ProjectRule {

    static final String CLAUSE = "人社部发〔2014〕103号";

    private static final Fen HIGHEST = Fen.ofYuan("1000000000000.00");
    private static final int MOST_YEARS = 30;

    private ProjectRule() {}

    /** Why something may not be. @param field that is to blame */
    record Fault(String code, String field, String detail) {}

    /** The employer's alone, rounded once; workers pay nothing (工伤保险条例 第十条). @param rate share of the value, such as 0.001 */
    static Parts owed(Fen contractValue, BigDecimal rate) {
        return new Parts(
                contractValue,
                Fen.rounded(contractValue.yuan().multiply(rate)),
                Fen.ZERO,
                Fen.ZERO,
                Fen.ZERO,
                Fen.ZERO,
                Ground.PROJECT.name());
    }

    /** Null if a project may be like that. */
    static @Nullable Fault ofNew(Fen contractValue, LocalDate startsOn, LocalDate endsOn) {
        Fault value = ofValue(contractValue);
        return value == null ? ofDays(startsOn, endsOn) : value;
    }

    private static @Nullable Fault ofValue(Fen contractValue) {
        if (!contractValue.isPositive() || contractValue.compareTo(HIGHEST) > 0) {
            return new Fault("contract-value-out-of-range", "contractValue", "above zero, at most " + HIGHEST);
        }
        return null;
    }

    private static @Nullable Fault ofDays(LocalDate startsOn, LocalDate endsOn) {
        if (endsOn.isBefore(startsOn) || endsOn.isAfter(startsOn.plusYears(MOST_YEARS))) {
            return new Fault(
                    "days-out-of-order", "endsOn", "not before startsOn, within " + MOST_YEARS + " years of it");
        }
        return null;
    }

    /** Null if the project may be worth that. */
    static @Nullable Fault ofValueChange(Project project, Fen wanted) {
        Fault fault = ofValue(wanted);
        if (fault != null) {
            return fault;
        }
        return wanted.equals(project.contractValue())
                ? new Fault("nothing-changes", "contractValue", "the contract value is that already")
                : null;
    }

    /** Null if the project may be planned until then; a completed one has its last day. */
    static @Nullable Fault ofExtension(Project project, LocalDate endsOn) {
        if (project.completedOn() != null) {
            return new Fault("project-completed", "endsOn", "it was completed on " + project.completedOn());
        }
        if (!endsOn.isAfter(project.endsOn())) {
            return new Fault("no-extension", "endsOn", "later than " + project.endsOn());
        }
        return ofDays(project.startsOn(), endsOn);
    }

    /** Null if it may have been completed on that day. */
    static @Nullable Fault ofCompletion(Project project, LocalDate completedOn, LocalDate today) {
        if (project.completedOn() != null) {
            return new Fault("project-completed", "completedOn", "it was completed on " + project.completedOn());
        }
        if (completedOn.isBefore(project.startsOn()) || completedOn.isAfter(today)) {
            return new Fault("completion-day", "completedOn", "from " + project.startsOn() + " to today");
        }
        return null;
    }
}
