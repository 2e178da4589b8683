package org.nxsi.enrollment.relation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Known;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/**
 * An employee as agents see them: masked.
 *
 * @param name absent of somebody whom the register does not know any more, as is the number
 */
record EmployeeView(
        PersonId personId, @Nullable String name, @Nullable String socialNumber, List<RelationView> relations) {

    static EmployeeView of(InsuredPerson person, List<Relation> relations, @Nullable Known known, Month month) {
        return new EmployeeView(
                person.id(),
                known == null ? null : known.name().masked(),
                known == null ? null : known.number().masked(),
                relations.stream().map(each -> RelationView.of(each, month)).toList());
    }
}
