package org.nxsi.enrollment.specialgroup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;

/**
 * A person's labels for one payment year, and how they came about. Public for the driver only.
 *
 * @param id {@code <person>|<year>}
 * @param area whose agency keeps it
 * @param confirmed each label at most once; they stand for this year as they were confirmed
 * @param declarations oldest first, at most {@value #MOST}
 * @param corrections oldest first, at most {@value #MOST}
 * @param openIn the area while something waits for people; null otherwise
 * @param followAfter when whoever assesses is to follow the change; null once that is done; real clock
 */
public record GroupYear(
        @BsonId String id,
        PersonId person,
        int year,
        AreaCode area,
        List<Confirmation> confirmed,
        List<Declaration> declarations,
        List<Correction> corrections,
        @Nullable AreaCode openIn,
        @Nullable Instant followAfter,
        long version) {

    /** More of either in one year are a matter for the counter. */
    static final int MOST = 30;

    public GroupYear {
        confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
        declarations = declarations == null ? List.of() : List.copyOf(declarations);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    static String idOf(PersonId person, int year) {
        return person + "|" + year;
    }

    static GroupYear none(PersonId person, int year, AreaCode area) {
        return new GroupYear(idOf(person, year), person, year, area, List.of(), List.of(), List.of(), null, null, 0);
    }

    boolean has(Label label) {
        return confirmed.stream().anyMatch(each -> each.label() == label);
    }

    List<Label> labels() {
        return confirmed.stream().map(Confirmation::label).sorted().toList();
    }

    Optional<Declaration> byCommand(String command) {
        return declarations.stream()
                .filter(each -> each.command().equals(command))
                .findFirst();
    }

    Optional<Declaration> byNumber(String number) {
        return declarations.stream()
                .filter(each -> each.number().equals(number))
                .findFirst();
    }

    Optional<Correction> correction(String correction) {
        return corrections.stream().filter(each -> each.id().equals(correction)).findFirst();
    }

    GroupYear and(Declaration added) {
        List<Declaration> all = new ArrayList<>(declarations);
        all.add(added);
        return of(confirmed, all, corrections, followAfter);
    }

    GroupYear and(Correction added) {
        List<Correction> all = new ArrayList<>(corrections);
        all.add(added);
        return of(confirmed, declarations, all, followAfter);
    }

    GroupYear with(Declaration changed) {
        return of(
                confirmed,
                declarations.stream()
                        .map(each -> each.number().equals(changed.number()) ? changed : each)
                        .toList(),
                corrections,
                followAfter);
    }

    GroupYear with(Correction changed) {
        return of(
                confirmed,
                declarations,
                corrections.stream()
                        .map(each -> each.id().equals(changed.id()) ? changed : each)
                        .toList(),
                followAfter);
    }

    /** With the label confirmed; as it is if it was. */
    GroupYear confirmed(Confirmation confirmation, Instant now) {
        if (has(confirmation.label())) {
            return this;
        }
        List<Confirmation> all = new ArrayList<>(confirmed);
        all.add(confirmation);
        return of(all, declarations, corrections, now);
    }

    GroupYear without(Label label, Instant now) {
        return of(confirmed.stream().filter(each -> each.label() != label).toList(), declarations, corrections, now);
    }

    private GroupYear of(
            List<Confirmation> labels,
            List<Declaration> declared,
            List<Correction> corrected,
            @Nullable Instant follow) {
        boolean open = declared.stream().anyMatch(Declaration::isOpen)
                || corrected.stream().anyMatch(Correction::isOpen);
        return new GroupYear(id, person, year, area, labels, declared, corrected, open ? area : null, follow, version);
    }
}
