package org.nxsi.enrollment.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.project.ProjectChange.Kind;
import org.nxsi.platform.cases.CaseState;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What becomes of a project after it is handed in: decided by another person than whoever asked, but for its completion. */
@Component
class ChangingProject {

    private final Projects projects;
    private final ProjectCases cases;
    private final AssessingProject assessing;
    private final BusinessClock clock;

    ChangingProject(Projects projects, ProjectCases cases, AssessingProject assessing, BusinessClock clock) {
        this.projects = projects;
        this.cases = cases;
        this.assessing = assessing;
        this.clock = clock;
    }

    /** Which project. */
    record Which(CreditCode employer, int number) {}

    /** A project after a command, and the change that the command is about. */
    record Outcome(Project project, ProjectChange change) {}

    Outcome revalue(Which which, Fen value, String proof, String by, CommandId command) {
        return ask(which, Kind.CONTRACT_VALUE, proof, by, command, project -> {
            refuse(ProjectRule.ofValueChange(project, value));
            return value.toString();
        });
    }

    Outcome extend(Which which, LocalDate endsOn, String proof, String by, CommandId command) {
        return ask(which, Kind.EXTENSION, proof, by, command, project -> {
            refuse(ProjectRule.ofExtension(project, endsOn));
            return endsOn.toString();
        });
    }

    Outcome complete(Which which, LocalDate completedOn, String proof, String by, CommandId command) {
        return ask(which, Kind.COMPLETION, proof, by, command, project -> {
            refuse(ProjectRule.ofCompletion(project, completedOn, clock.today()));
            return completedOn.toString();
        });
    }

    private Outcome ask(
            Which which, Kind kind, String proof, String by, CommandId command, Function<Project, String> wanted) {
        String id = command.derive("change");
        Project after = projects.change(which.employer(), which.number(), project -> {
            if (project.byCommand(id).isPresent()) {
                return null;
            }
            refuseUnlessOpenFor(project);
            String value = wanted.apply(project);
            ProjectChange asked = cases.asked(
                    kind, project.employer(), project.area(), id, proof, standing(project, kind), value, by);
            if (kind.needsReviewer()) {
                return cases.told(project.and(asked), asked);
            }
            ProjectChange done = asked.with(cases.approved(asked.file(), by));
            return cases.told(applied(project.and(done), done), done);
        });
        return new Outcome(after, after.byCommand(id).orElseThrow());
    }

    /** Another person decides in favour: it takes effect, and the sheet follows. */
    Outcome approve(Which which, String caseNumber, String by) {
        Project after = projects.change(which.employer(), which.number(), project -> {
            if (isDecidedBy(project, caseNumber, CaseState.APPROVED, by)) {
                return null;
            }
            ProjectChange open = open(project, caseNumber, by);
            refuse(stillPossible(project, open));
            ProjectChange decided = open.with(cases.approved(open.file(), by), standing(project, open.kind()));
            Project changed = applied(project.with(decided), decided);
            assessing.refuseIfUnknown(changed);
            return cases.told(changed, decided);
        });
        if (after.unassessedSince() != null) {
            after = assessing.assess(after);
        }
        return new Outcome(after, after.byNumber(caseNumber).orElseThrow());
    }

    Outcome reject(Which which, String caseNumber, String reason, String by) {
        Project after = projects.change(which.employer(), which.number(), project -> {
            if (isDecidedBy(project, caseNumber, CaseState.REJECTED, by)) {
                return null;
            }
            ProjectChange open = open(project, caseNumber, by);
            ProjectChange decided = open.with(cases.rejected(open.file(), reason, by));
            return cases.told(project.with(decided), decided);
        });
        return new Outcome(after, after.byNumber(caseNumber).orElseThrow());
    }

    private Project applied(Project project, ProjectChange change) {
        return switch (change.kind()) {
            case REGISTRATION -> project.registered(clock.month(), now());
            case CONTRACT_VALUE -> project.worth(Fen.ofYuan(change.after()), now());
            case EXTENSION -> project.until(LocalDate.parse(change.after()));
            case COMPLETION -> project.completed(LocalDate.parse(change.after()));
        };
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What stood when it was asked for may have changed since. */
    private ProjectRule.@Nullable Fault stillPossible(Project project, ProjectChange open) {
        return switch (open.kind()) {
            case REGISTRATION, COMPLETION -> null;
            case CONTRACT_VALUE -> ProjectRule.ofValueChange(project, Fen.ofYuan(open.after()));
            case EXTENSION -> ProjectRule.ofExtension(project, LocalDate.parse(open.after()));
        };
    }

    private static @Nullable String standing(Project project, Kind kind) {
        return switch (kind) {
            case REGISTRATION, COMPLETION -> null;
            case CONTRACT_VALUE -> project.contractValue().toString();
            case EXTENSION -> project.endsOn().toString();
        };
    }

    private static void refuseUnlessOpenFor(Project project) {
        project.open().ifPresent(open -> {
            throw Problem.conflict("change-open", "another change waits for its decision")
                    .with("number", open.file().number().toString())
                    .exception();
        });
        if (project.state() == ProjectState.REJECTED) {
            throw Problem.conflict("project-rejected", "this project was not registered")
                    .exception();
        }
        if (project.changes().size() >= Project.MOST_CHANGES) {
            throw Problem.conflict(
                            "project-history-full", "no more than " + Project.MOST_CHANGES + " changes of one project")
                    .exception();
        }
    }

    private static void refuse(ProjectRule.@Nullable Fault fault) {
        if (fault != null) {
            throw Problem.of(422, fault.code(), fault.detail())
                    .at(fault.field())
                    .exception();
        }
    }

    /** A decision said again by the person who made it. */
    private static boolean isDecidedBy(Project project, String number, CaseState state, String by) {
        return project.byNumber(number)
                .map(each -> each.file().history().getLast())
                .filter(last -> last.state() == state && last.by().equals(by))
                .isPresent();
    }

    private static ProjectChange open(Project project, String number, String by) {
        ProjectChange change = project.byNumber(number)
                .orElseThrow(() -> Problem.notFound("change-unknown", "this project has no change of this number")
                        .exception());
        if (!change.isOpen()) {
            throw Problem.conflict("change-decided", "it has been decided already")
                    .with("state", change.file().state())
                    .exception();
        }
        if (change.by().equals(by)) {
            throw Problem.forbidden("same-person", "who asked for it cannot decide on it")
                    .exception();
        }
        return change;
    }
}
