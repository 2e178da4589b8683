package org.nxsi.enrollment.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/**
 * People who are to be registered together, at most a thousand. Public for the driver only.
 *
 * @param id made of the cause and of who is in it
 * @param cause what registers them
 * @param on business date
 * @param pending who is to be registered; null once that is done and told
 * @param pendingSince null once it is done
 */
public record RegisterBatch(
        @BsonId String id,
        String cause,
        LocalDate on,
        @Nullable List<Registrant> pending,
        @Nullable Instant pendingSince) {

    /** One of them. */
    public record Registrant(PersonId id, SocialNumber number, PersonName name, AreaCode area) {

        Facts facts(LocalDate on, String batch) {
            return Facts.of(new NewPerson(number, name, area), on, batch);
        }
    }

    static RegisterBatch of(String id, String cause, LocalDate on, Map<PersonId, NewPerson> people, Instant now) {
        List<Registrant> pending = people.entrySet().stream()
                .map(each -> new Registrant(
                        each.getKey(),
                        each.getValue().number(),
                        each.getValue().name(),
                        each.getValue().area()))
                .toList();
        return new RegisterBatch(id, cause, on, pending, now);
    }
}
