package org.nxsi.enrollment.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.Change.Field;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonName;

/** What becomes of the register's facts: each change keeps what stood before and what stands after. */
final class FactsRule {

    private FactsRule() {}

    /** What is to be different; null leaves a fact as it is. */
    record Wanted(
            @Nullable PersonName name,
            @Nullable AreaCode area,
            @Nullable String phone) {}

    /** Before and after, of those that are different then. */
    static List<Field> fields(Facts facts, Wanted wanted) {
        List<Field> fields = new ArrayList<>();
        PersonName name = wanted.name();
        if (name != null && !name.equals(facts.name())) {
            fields.add(new Field("name", facts.name().value(), name.value()));
        }
        AreaCode area = wanted.area();
        if (area != null && !area.equals(facts.area())) {
            fields.add(new Field("area", facts.area().code(), area.code()));
        }
        if (wanted.phone() != null && !wanted.phone().equals(facts.phone())) {
            fields.add(new Field("phone", facts.phone(), wanted.phone()));
        }
        return fields;
    }

    static Facts changed(Facts facts, Wanted wanted, Change change) {
        return new Facts(
                Objects.requireNonNullElse(wanted.name(), facts.name()),
                Objects.requireNonNullElse(wanted.area(), facts.area()),
                wanted.phone() == null ? facts.phone() : wanted.phone(),
                facts.diedOn(),
                facts.registeredOn(),
                facts.cause(),
                facts.version() + 1,
                history(facts, change));
    }

    /** @param diedOn null where a recorded death is taken back */
    static Facts death(Facts facts, @Nullable LocalDate diedOn, Change change) {
        return new Facts(
                facts.name(),
                facts.area(),
                facts.phone(),
                diedOn,
                facts.registeredOn(),
                facts.cause(),
                facts.version() + 1,
                history(facts, change));
    }

    static Facts noted(Facts facts, Change change) {
        return death(facts, facts.diedOn(), change);
    }

    static Field diedOn(@Nullable LocalDate before, @Nullable LocalDate after) {
        return new Field("diedOn", before == null ? null : before.toString(), after == null ? null : after.toString());
    }

    private static List<Change> history(Facts facts, Change change) {
        List<Change> all = new ArrayList<>(facts.history());
        all.add(change);
        return all;
    }
}
