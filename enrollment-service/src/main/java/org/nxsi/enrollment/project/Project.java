package org.nxsi.enrollment.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * A construction project (工程项目) with all that was asked for about it. Public for the driver, which reads its components.
 *
 * @param id {@code <credit code>-<number>}, as the payer is named
 * @param number 1, 2, 3 … of its employer
 * @param area where it is built, whose agency keeps the file
 * @param contractNumber of the contract, as its parties call it
 * @param contractValue the whole contract value (工程总造价); what is owed follows it
 * @param startsOn first day
 * @param endsOn planned last day, with any extension
 * @param completedOn real last day; null until it is told
 * @param assessedFor month of its sheet; null until it is registered
 * @param unassessedSince since when the sheet is behind the contract value; null otherwise
 * @param changes oldest first; the first one is the registration itself
 * @param version grows with every change
 */
public record Project(
        @BsonId String id,
        CreditCode employer,
        int number,
        String name,
        AreaCode area,
        String contractNumber,
        Fen contractValue,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate completedOn,
        @Nullable Month assessedFor,
        @Nullable Instant unassessedSince,
        List<ProjectChange> changes,
        long version) {

    static final int MOST_CHANGES = 100;

    public Project {
        changes = List.copyOf(changes);
    }

    static String idOf(CreditCode employer, int number) {
        return Payer.project(employer, number).id();
    }

    public Payer payer() {
        return Payer.project(employer, number);
    }

    ProjectState state() {
        CaseState registration = changes.getFirst().file().state();
        if (registration.isUndecided()) {
            return ProjectState.APPLIED;
        }
        if (assessedFor == null) {
            return ProjectState.REJECTED;
        }
        return completedOn == null ? ProjectState.REGISTERED : ProjectState.COMPLETED;
    }

    /** Last day on which it insures anybody. */
    LocalDate lastDay() {
        return completedOn == null ? endsOn : completedOn;
    }

    /** Whether it is registered and the day one of its days. */
    boolean covers(LocalDate day) {
        return assessedFor != null && !day.isBefore(startsOn) && !day.isAfter(lastDay());
    }

    Optional<ProjectChange> byCommand(String command) {
        return changes.stream().filter(each -> each.command().equals(command)).findFirst();
    }

    Optional<ProjectChange> byNumber(String caseNumber) {
        return changes.stream()
                .filter(each -> each.file().number().toString().equals(caseNumber))
                .findFirst();
    }

    Optional<ProjectChange> open() {
        return changes.stream().filter(ProjectChange::isOpen).findFirst();
    }

    /** The decision that the contract value rests on: the registration, or the last change of the value. */
    ProjectChange valuedBy() {
        return changes.stream()
                .filter(each -> each.kind().bearsOnMoney() && each.file().state() == CaseState.APPROVED)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    Project and(ProjectChange added) {
        List<ProjectChange> all = new ArrayList<>(changes);
        all.add(added);
        return with(all);
    }

    /** With the change in the place of the one of the same number. */
    Project with(ProjectChange decided) {
        return with(changes.stream()
                .map(each -> each.file().number().equals(decided.file().number()) ? decided : each)
                .toList());
    }

    private Project with(List<ProjectChange> all) {
        return copy(contractValue, endsOn, completedOn, assessedFor, unassessedSince, all);
    }

    /** It counts from now on, and its sheet is to be made. */
    Project registered(Month month, Instant now) {
        return copy(contractValue, endsOn, completedOn, month, now, changes);
    }

    /** Its sheet is to follow. */
    Project worth(Fen value, Instant now) {
        return copy(value, endsOn, completedOn, assessedFor, now, changes);
    }

    Project until(LocalDate day) {
        return copy(contractValue, day, completedOn, assessedFor, unassessedSince, changes);
    }

    Project completed(LocalDate day) {
        return copy(contractValue, endsOn, day, assessedFor, unassessedSince, changes);
    }

    private Project copy(
            Fen value,
            LocalDate end,
            @Nullable LocalDate completed,
            @Nullable Month month,
            @Nullable Instant since,
            List<ProjectChange> all) {
        return new Project(
                id,
                employer,
                number,
                name,
                area,
                contractNumber,
                value,
                startsOn,
                end,
                completed,
                month,
                since,
                all,
                version);
    }
}
