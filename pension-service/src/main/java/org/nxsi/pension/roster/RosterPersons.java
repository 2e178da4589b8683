package org.nxsi.pension.roster;

import java.util.List;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Effect;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Taken;

/**
 * The fact that a roster named persons who were not known so: a batch of at most 1,000, for whoever keeps persons.
 *
 * @param roster the import
 * @param persons new and changed ones
 */
record RosterPersons(String roster, List<Person> persons) {

    static final String TYPE = "pension.roster-persons";

    /**
     * One person under one scheme.
     *
     * @param effect {@code created} or {@code updated}
     * @param version of the beneficiary: later facts about the same person and scheme have a higher one
     */
    record Person(
            String personId,
            String socialNumber,
            String name,
            String area,
            String scheme,
            String entitledFrom,
            String effect,
            long version) {

        private static Person of(Taken taken) {
            Beneficiary beneficiary = taken.wanted();
            return new Person(
                    beneficiary.payee(),
                    beneficiary.number(),
                    beneficiary.name(),
                    beneficiary.area(),
                    beneficiary.scheme().code(),
                    beneficiary.entitledFrom().toString(),
                    taken.effect() == Effect.CREATED ? "created" : "updated",
                    taken.version());
        }
    }

    static RosterPersons of(String roster, List<Taken> taken) {
        return new RosterPersons(
                roster,
                taken.stream()
                        .filter(each -> each.effect() != Effect.UNCHANGED)
                        .map(Person::of)
                        .toList());
    }
}
