package org.nxsi.enrollment.employer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Month;

/**
 * An employer (用人单位) as it stands.
 *
 * @param area whose agency keeps the file
 * @param foundedOn day of its licence
 * @param registeredLate whether it registered later than the law wants (社会保险法 第五十七条)
 * @param contact the person to ask; null where none is known
 * @param sizes for the relief of 2020, by month; none until determined
 * @param riskClasses injury insurance's class 1 to 8, by month; none until determined
 * @param floats injury insurance's float, by month; 1 until there is one
 * @param schemes in which it takes part
 * @param agents who may act for it, at most {@value #MOST_AGENTS}, past ones too
 * @param version grows with every change
 */
public record Employer(
        @BsonId CreditCode id,
        String name,
        AreaCode area,
        UnitType unitType,
        LocalDate foundedOn,
        LocalDate registeredOn,
        boolean registeredLate,
        @Nullable Contact contact,
        List<FromMonth> sizes,
        List<FromMonth> riskClasses,
        List<FromMonth> floats,
        List<Participation> schemes,
        List<Agent> agents,
        long version) {

    static final int MOST_AGENTS = 50;

    /** @param phone mobile or fixed line */
    public record Contact(
            @Nullable String person,
            @Nullable String phone,
            @Nullable String address) {

        static final Contact NONE = new Contact(null, null, null);
    }

    public Employer {
        sizes = List.copyOf(sizes);
        riskClasses = List.copyOf(riskClasses);
        floats = List.copyOf(floats);
        schemes = List.copyOf(schemes);
        agents = List.copyOf(agents);
    }

    /** Null where nobody has determined it: then there is no relief to speak of. */
    public @Nullable ReliefSize size(Month month) {
        String size = FromMonth.in(sizes, month);
        return size == null ? null : ReliefSize.valueOf(size);
    }

    /** 1 to 8; empty until it is determined. */
    public OptionalInt riskClass(Month month) {
        String riskClass = FromMonth.in(riskClasses, month);
        return riskClass == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(riskClass));
    }

    /** By which the class's base rate is multiplied; 1 while nothing else was determined. */
    public BigDecimal floatRatio(Month month) {
        String ratio = FromMonth.in(floats, month);
        return ratio == null ? BigDecimal.ONE : new BigDecimal(ratio);
    }

    public boolean takesPart(Scheme scheme, Month month) {
        return schemes.stream().anyMatch(each -> each.scheme() == scheme && each.covers(month));
    }

    /** The schemes in which it takes part in a month. */
    public Set<Scheme> schemesIn(Month month) {
        Set<Scheme> covered = new TreeSet<>();
        for (Participation each : schemes) {
            if (each.covers(month)) {
                covered.add(each.scheme());
            }
        }
        return covered;
    }

    Employer with(String newName, AreaCode newArea, UnitType newType, Contact newContact) {
        return new Employer(
                id,
                newName,
                newArea,
                newType,
                foundedOn,
                registeredOn,
                registeredLate,
                newContact,
                sizes,
                riskClasses,
                floats,
                schemes,
                agents,
                version);
    }

    Employer with(Contact newContact) {
        return with(name, area, unitType, newContact);
    }

    Employer with(List<FromMonth> newSizes, List<FromMonth> newClasses, List<FromMonth> newFloats) {
        return new Employer(
                id,
                name,
                area,
                unitType,
                foundedOn,
                registeredOn,
                registeredLate,
                contact,
                newSizes,
                newClasses,
                newFloats,
                schemes,
                agents,
                version);
    }

    Employer with(List<Participation> newSchemes, List<Agent> newAgents) {
        return new Employer(
                id,
                name,
                area,
                unitType,
                foundedOn,
                registeredOn,
                registeredLate,
                contact,
                sizes,
                riskClasses,
                floats,
                newSchemes,
                newAgents,
                version);
    }
}
