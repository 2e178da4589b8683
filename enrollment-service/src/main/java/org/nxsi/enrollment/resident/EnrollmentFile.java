package org.nxsi.enrollment.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;

/**
 * A person's applications to be enrolled; at most one is open. Public for the driver only.
 *
 * @param applications oldest first, at most {@value #MOST}
 * @param openIn area of the open one; null if none is
 * @param unfinished true while one is decided and not carried out; null otherwise
 */
public record EnrollmentFile(
        @BsonId PersonId id,
        List<Enrollment> applications,
        @Nullable AreaCode openIn,
        @Nullable Boolean unfinished,
        long version) {

    /** More applications of one person are a matter for the counter. */
    public static final int MOST = 50;

    public EnrollmentFile {
        applications = List.copyOf(applications);
    }

    static EnrollmentFile none(PersonId person) {
        return new EnrollmentFile(person, List.of(), null, null, 0);
    }

    private static EnrollmentFile of(PersonId person, List<Enrollment> all, long version) {
        Enrollment open = all.stream().filter(Enrollment::isOpen).findFirst().orElse(null);
        return new EnrollmentFile(
                person,
                all,
                open == null ? null : open.area(),
                open != null && open.isUnfinished() ? true : null,
                version);
    }

    Optional<Enrollment> byCommand(String command) {
        return applications.stream()
                .filter(each -> each.command().equals(command))
                .findFirst();
    }

    Optional<Enrollment> byNumber(String number) {
        return applications.stream()
                .filter(each -> each.number().equals(number))
                .findFirst();
    }

    Optional<Enrollment> open() {
        return applications.stream().filter(Enrollment::isOpen).findFirst();
    }

    boolean isFull() {
        return applications.size() >= MOST;
    }

    EnrollmentFile and(Enrollment added) {
        List<Enrollment> all = new ArrayList<>(applications);
        all.add(added);
        return of(id, all, version);
    }

    /** With the application in the place of the one of the same number. */
    EnrollmentFile with(Enrollment changed) {
        return of(
                id,
                applications.stream()
                        .map(each -> each.number().equals(changed.number()) ? changed : each)
                        .toList(),
                version);
    }
}
