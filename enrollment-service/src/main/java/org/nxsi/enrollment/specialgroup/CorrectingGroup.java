package org.nxsi.enrollment.specialgroup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nxsi.enrollment.person.Known;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** A wrong confirmation is corrected by two people, with what stood before and after. */
@Component
class CorrectingGroup {

    private final GroupYears years;
    private final GroupEvents events;
    private final FollowingUp following;
    private final BusinessClock clock;

    CorrectingGroup(GroupYears years, GroupEvents events, FollowingUp following, BusinessClock clock) {
        this.years = years;
        this.events = events;
        this.following = following;
        this.clock = clock;
    }

    /** @param confirm whether the label is to stand; false takes it away */
    record Wanted(int year, Label label, boolean confirm, String reason, String proof) {}

    /**
     * Proposes a correction.
     *
     * @param id made of the request, the same at a repetition
     * @throws ProblemException 422 {@code nothing-changes}; 409 {@code correction-open}, {@code too-many-corrections}; 403
     *     {@code own-case}
     */
    GroupYear propose(Known person, Wanted wanted, String id, String by) {
        return years.change(GroupYear.none(person.id(), wanted.year(), person.area()), standing -> {
            if (standing.correction(id).isPresent()) {
                return null;
            }
            refuseOwn(standing, by);
            if (standing.has(wanted.label()) == wanted.confirm()) {
                throw Problem.of(422, "nothing-changes", "it stands so already")
                        .at("label")
                        .exception();
            }
            if (standing.corrections().stream().anyMatch(Correction::isOpen)) {
                throw Problem.conflict("correction-open", "another correction waits for the second person")
                        .exception();
            }
            if (standing.corrections().size() >= GroupYear.MOST) {
                throw Problem.conflict("too-many-corrections", "no more than " + GroupYear.MOST + " of a year")
                        .exception();
            }
            Correction proposed = new Correction(
                    id,
                    wanted.label(),
                    wanted.confirm(),
                    standing.labels(),
                    after(standing, wanted.label(), wanted.confirm()),
                    wanted.reason(),
                    wanted.proof(),
                    by,
                    clock.today(),
                    null,
                    null);
            return new GroupYears.Step(standing.and(proposed), List.of());
        });
    }

    /** Another person carries it out; the year's payer follows. */
    GroupYear confirm(Known person, int year, String id, String by) {
        GroupYear after = years.change(GroupYear.none(person.id(), year, person.area()), standing -> {
            Correction open = standing.correction(id)
                    .orElseThrow(() -> Problem.notFound("correction-unknown", "this year has no such correction")
                            .exception());
            refuseOwn(standing, by);
            if (!open.isOpen()) {
                if (by.equals(open.confirmedBy())) {
                    return null;
                }
                throw Problem.conflict("correction-done", "it has been carried out already")
                        .exception();
            }
            if (open.by().equals(by)) {
                throw Problem.forbidden("same-person", "who proposed a correction does not carry it out")
                        .exception();
            }
            return carriedOut(standing, open, by);
        });
        following.follow(after);
        return after;
    }

    private GroupYears.Step carriedOut(GroupYear standing, Correction open, String by) {
        LocalDate today = clock.today();
        String source = "correction/" + open.id();
        List<Label> stands = after(standing, open.label(), open.confirm());
        GroupYear noted = standing.with(open.carriedOut(standing.labels(), stands, by, today));
        GroupYear next = open.confirm()
                ? noted.confirmed(new Confirmation(open.label(), source, today, by), DecidingGroup.now())
                : noted.without(open.label(), DecidingGroup.now());
        GroupEvents.Line line = new GroupEvents.Line(
                standing.person().value(),
                standing.year(),
                open.label(),
                open.label().title(),
                standing.area().code(),
                open.confirm(),
                source,
                today);
        return new GroupYears.Step(
                next, List.of(events.confirmed(source, standing.person().value(), List.of(line))));
    }

    private static List<Label> after(GroupYear standing, Label label, boolean confirm) {
        List<Label> others = new ArrayList<>(
                standing.labels().stream().filter(each -> each != label).toList());
        return confirm
                ? Stream.concat(others.stream(), Stream.of(label)).sorted().toList()
                : List.copyOf(others);
    }

    private static void refuseOwn(GroupYear standing, String by) {
        if (standing.person().value().equals(by)) {
            throw Problem.forbidden("own-case", "nobody corrects their own labels")
                    .exception();
        }
    }
}
