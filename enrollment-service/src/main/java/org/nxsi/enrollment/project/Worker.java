package org.nxsi.enrollment.project;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.nxsi.platform.identity.PersonId;

/**
 * A person on the roster of one project. Public for the driver, which reads its components.
 *
 * @param id {@code <project>|<person>}
 * @param stays by their first days; never taken away
 * @param version grows with every change
 */
public record Worker(@BsonId String id, String project, PersonId person, List<Stay> stays, long version) {

    static final int MOST_STAYS = 100;

    public Worker {
        stays = List.copyOf(stays);
    }

    static String idOf(String project, PersonId person) {
        return project + "|" + person;
    }

    static Worker unknown(String project, PersonId person) {
        return new Worker(idOf(project, person), project, person, List.of(), 0);
    }

    Worker with(Stay stay) {
        return new Worker(
                id,
                project,
                person,
                Stream.concat(stays.stream().filter(each -> !each.from().equals(stay.from())), Stream.of(stay))
                        .sorted(Comparator.comparing(Stay::from))
                        .toList(),
                version + 1);
    }
}
