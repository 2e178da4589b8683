package org.nxsi.enrollment.employer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An employer with all its changes.
 *
 * @param changes oldest first, at most {@value #MOST_CHANGES}
 */
record EmployerFile(Employer employer, List<EmployerChange> changes) {

    static final int MOST_CHANGES = 200;

    EmployerFile {
        changes = List.copyOf(changes);
    }

    Optional<EmployerChange> byCommand(String command) {
        return changes.stream().filter(each -> each.command().equals(command)).findFirst();
    }

    Optional<EmployerChange> byNumber(String number) {
        return changes.stream()
                .filter(each -> each.file().number().toString().equals(number))
                .findFirst();
    }

    Optional<EmployerChange> open() {
        return changes.stream().filter(EmployerChange::isOpen).findFirst();
    }

    boolean isFull() {
        return changes.size() >= MOST_CHANGES;
    }

    EmployerFile and(EmployerChange added) {
        List<EmployerChange> all = new ArrayList<>(changes);
        all.add(added);
        return new EmployerFile(employer, all);
    }

    /** With the change in the place of the one of the same number. */
    EmployerFile with(Employer changed, EmployerChange decided) {
        return new EmployerFile(
                changed,
                changes.stream()
                        .map(each -> each.file().number().equals(decided.file().number()) ? decided : each)
                        .toList());
    }

    EmployerFile with(Employer changed) {
        return new EmployerFile(changed, changes);
    }
}
