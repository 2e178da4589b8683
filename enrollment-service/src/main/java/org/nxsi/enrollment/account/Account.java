package org.nxsi.enrollment.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;

/**
 * A person's account of a scheme: its state and how it came to it. What is on it is the sum of its entries, which stand in
 * documents of their own. Public for the codec's sake.
 *
 * @param id {@code <person>|<scheme>}
 * @param openedOn business date
 * @param changes of the state, oldest first, at most {@value #MOST_CHANGES}
 * @param pending the entry of the last change, until it stands among the entries; null afterwards
 * @param version grows with every change of this document
 */
public record Account(
        @BsonId String id,
        PersonId person,
        Scheme scheme,
        AccountState state,
        LocalDate openedOn,
        List<Change> changes,
        @Nullable AccountEntry pending,
        long version) {

    /** More changes than this of one account are a mistake of whoever makes them. */
    public static final int MOST_CHANGES = 600;

    public Account {
        changes = List.copyOf(changes);
    }

    /**
     * A step in the life of an account.
     *
     * @param reference of the command or case that asked for it: a repetition is known by it
     * @param ground in words
     * @param by the person who did it
     * @param entry what it booked; null if it moved no money
     */
    public record Change(
            String reference,
            AccountState from,
            AccountState to,
            LocalDate on,
            String ground,
            String by,
            @Nullable String entry,
            Instant at) {}

    public static String idOf(PersonId person, Scheme scheme) {
        return person.value() + "|" + scheme.code();
    }

    static Account opened(PersonId person, Scheme scheme, AccountState state, LocalDate on) {
        return new Account(idOf(person, scheme), person, scheme, state, on, List.of(), null, 1);
    }

    /** The change that this command or case has made already; null if it has not. */
    @Nullable
    Change of(String reference) {
        return changes.stream()
                .filter(change -> change.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }
}
