package org.nxsi.enrollment.transfer;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * One person's relation on its way from one place to another, with the case that asks for it. Public for the driver only.
 *
 * @param id {@code <person>|<n>}: the next one begins only when this one is over
 * @param command what asked for it: a repetition finds it
 * @param area whose agency handles it here
 * @param otherPlace six digits of GB/T 2260
 * @param claimedFrom first month that the person says to have paid there; null if not said
 * @param claimedTo last such month; null with it
 * @param sent of a transfer out; null until it is decided
 * @param proposal null where nothing waits for a second person
 * @param todo null where nothing is left to do elsewhere
 * @param version grows with every change
 */
public record Transfer(
        String id,
        String command,
        PersonId person,
        Direction direction,
        Scheme scheme,
        AreaCode area,
        String otherPlace,
        @Nullable Month claimedFrom,
        @Nullable Month claimedTo,
        CaseFile file,
        Progress progress,
        Arrived arrived,
        @Nullable Sent sent,
        @Nullable Proposal proposal,
        @Nullable Todo todo,
        long version) {

    static String idOf(PersonId person, int n) {
        return "%s|%02d".formatted(person, n);
    }

    String number() {
        return file.number().toString();
    }

    int n() {
        return Integer.parseInt(id.substring(id.length() - 2));
    }

    TransferState state() {
        return progress.state();
    }

    Transfer with(CaseFile next, Progress moved) {
        return copy(next, moved, arrived, sent, proposal, todo);
    }

    Transfer with(CaseFile next) {
        return copy(next, progress, arrived, sent, proposal, todo);
    }

    Transfer with(Arrived more) {
        return copy(file, progress, more, sent, proposal, todo);
    }

    Transfer with(Sent more) {
        return copy(file, progress, arrived, more, proposal, todo);
    }

    Transfer proposed(@Nullable Proposal next) {
        return copy(file, progress, arrived, sent, next, todo);
    }

    Transfer todo(@Nullable Todo next) {
        return copy(file, progress, arrived, sent, proposal, next);
    }

    Transfer nextVersion() {
        return new Transfer(
                id,
                command,
                person,
                direction,
                scheme,
                area,
                otherPlace,
                claimedFrom,
                claimedTo,
                file,
                progress,
                arrived,
                sent,
                proposal,
                todo,
                version + 1);
    }

    private Transfer copy(
            CaseFile nextFile,
            Progress nextProgress,
            Arrived nextArrived,
            @Nullable Sent nextSent,
            @Nullable Proposal nextProposal,
            @Nullable Todo nextTodo) {
        return new Transfer(
                id,
                command,
                person,
                direction,
                scheme,
                area,
                otherPlace,
                claimedFrom,
                claimedTo,
                nextFile,
                nextProgress,
                nextArrived,
                nextSent,
                nextProposal,
                nextTodo,
                version);
    }
}
