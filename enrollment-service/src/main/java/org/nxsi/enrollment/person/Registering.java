package org.nxsi.enrollment.person;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.enrollment.person.RegisterBatch.Registrant;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Component;

/**
 * Puts people on the register, a thousand at a time: first the intent is kept, then the people, then it is told. What a
 * crash leaves undone is finished by the repetition of the command, or by {@link UnfinishedBusiness}.
 */
@Component
class Registering {

    private static final int AT_ONCE = 1_000;

    private final Persons persons;
    private final PersonNumbers numbers;
    private final RegisterBatches batches;
    private final BusinessClock clock;

    Registering(Persons persons, PersonNumbers numbers, RegisterBatches batches, BusinessClock clock) {
        this.persons = persons;
        this.numbers = numbers;
        this.batches = batches;
        this.clock = clock;
    }

    /** Of the people those who are on the register already, or known under another id, stay as they are. */
    void register(List<NewPerson> people, String cause) {
        Map<PersonId, NewPerson> byId = new LinkedHashMap<>();
        people.forEach(each -> byId.putIfAbsent(numbers.idOf(each.number()), each));
        Map<PersonId, NewPerson> some = new LinkedHashMap<>();
        byId.forEach((id, person) -> {
            some.put(id, person);
            if (some.size() == AT_ONCE) {
                registerSome(some, cause);
                some.clear();
            }
        });
        registerSome(some, cause);
    }

    private void registerSome(Map<PersonId, NewPerson> people, String cause) {
        if (!persons.registeredOf(people.keySet()).containsAll(people.keySet())) {
            finish(batches.intend(cause, people, clock.today()));
        }
    }

    /** Also for a batch that a crash left behind. */
    void finish(RegisterBatch batch) {
        List<Registrant> pending = batch.pending();
        if (pending == null) {
            return;
        }
        persons.register(pending, batch);
        Set<PersonId> own = new HashSet<>(persons.registeredBy(batch));
        batches.tell(
                batch, pending.stream().filter(each -> own.contains(each.id())).toList());
    }
}
