package org.nxsi.enrollment.insurance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.Employers;
import org.nxsi.enrollment.insurance.PersonInsurance.RelationOf;
import org.nxsi.enrollment.insurance.PersonInsurance.SchemeOf;
import org.nxsi.enrollment.medical.MedicalInsurance;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.ContributionState;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.enrollment.relation.RelationView;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.Spell;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Puts together what a person sees: own relations, and the medical ones if their bureau answers. */
@Component
class SeeingPersonInsurance {

    private static final int CREDIT_CODE = 18;

    private final PersonRegister register;
    private final Relations relations;
    private final Employers employers;
    private final MedicalInsurance medical;
    private final BusinessClock clock;

    SeeingPersonInsurance(
            PersonRegister register,
            Relations relations,
            Employers employers,
            MedicalInsurance medical,
            BusinessClock clock) {
        this.register = register;
        this.relations = relations;
        this.employers = employers;
        this.medical = medical;
        this.clock = clock;
    }

    PersonInsurance of(PersonId asked) {
        Known person = register.require(asked);
        Month month = clock.month();
        Map<Scheme, List<Relation>> byScheme = new TreeMap<>();
        Map<Payer, String> names = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (Relation each : relations.ofPerson(person.id())) {
            byScheme.computeIfAbsent(each.scheme(), none -> new ArrayList<>()).add(each);
            names.computeIfAbsent(each.payer(), this::name);
        }
        List<SchemeOf> schemes = new ArrayList<>();
        byScheme.forEach((scheme, own) -> schemes.add(scheme(scheme, own, names, month)));
        return new PersonInsurance(
                person.name().masked(), person.number().masked(), month, schemes, medical.of(person.id()));
    }

    private static SchemeOf scheme(Scheme scheme, List<Relation> own, Map<Payer, String> names, Month month) {
        InsuredState state = InsuredState.of(own, month);
        ContributionState contributions = InsuredState.contributions(own, month).orElse(null);
        return new SchemeOf(
                scheme,
                scheme.title(),
                state,
                state.title(),
                contributions == null ? null : contributions.code(),
                contributions == null ? null : contributions.title(),
                months(own, month),
                own.stream()
                        .map(each -> new RelationOf(
                                names.getOrDefault(each.payer(), each.payer().id()), RelationView.of(each, month)))
                        .toList());
    }

    private static int months(List<Relation> own, Month last) {
        Set<Month> months = new HashSet<>();
        for (Relation relation : own) {
            for (Spell spell : relation.spells()) {
                Month to = spell.to() == null || spell.to().isAfter(last) ? last : spell.to();
                for (Month each = spell.from(); !each.isAfter(to); each = each.next()) {
                    months.add(each);
                }
            }
        }
        return months.size();
    }

    private String name(Payer payer) {
        return switch (payer.kind()) {
            case EMPLOYER, PROJECT -> {
                CreditCode code = CreditCode.parse(payer.id().substring(0, CREDIT_CODE));
                yield employers.find(code).map(Employer::name).orElse(code.value());
            }
            case FLEXIBLE_WORKER -> "灵活就业人员本人";
            case RESIDENT -> "城乡居民本人";
        };
    }
}
