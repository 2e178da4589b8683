package org.nxsi.enrollment.person;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;

/**
 * That two ids are one person, or that a person's number is another one. Public for the driver only.
 *
 * @param kept the id that remains
 * @param merged the id that is to forward to it: of a number, the id that it would have
 * @param number the person's right number; null of a merge of two persons
 * @param area the kept person's
 * @param by who proposed it, a person
 * @param decision what another person said; null until then
 */
public record IdentityProposal(
        @BsonId String id,
        PersonId kept,
        PersonId merged,
        @Nullable SocialNumber number,
        AreaCode area,
        String reason,
        String proof,
        State state,
        String by,
        Instant at,
        @Nullable Decision decision) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        /** Decided in favour, being carried out. */
        APPROVED,
        DONE,
        REFUSED
    }

    /** @param reason why it was refused; null of an approval */
    public record Decision(
            String by, Instant at, LocalDate on, @Nullable String reason) {}

    IdentityProposal with(State next, @Nullable Decision decided) {
        return new IdentityProposal(id, kept, merged, number, area, reason, proof, next, by, at, decided);
    }
}
