package org.nxsi.enrollment.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.Order;
import org.nxsi.enrollment.relation.RelationChange;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.StopReason;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.enrollment.wage.DeclaredWages;
import org.nxsi.enrollment.wage.WageEntry;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** A registered employer of 兴庆区 with an agent and employees. */
public final class Company {

    private final String code;
    private final String agent;

    private Company(String code) {
        this.code = code;
        this.agent = Registered.agent(code, Registered.person());
    }

    /** With injury risk class 2; its size is not determined. */
    public static Company withRiskClass() {
        Company company = withoutRiskClass();
        company.change(Map.of("riskClass", "2", "from", "2019-01"));
        return company;
    }

    public static Company withoutRiskClass() {
        return new Company(Registered.employer());
    }

    public String code() {
        return code;
    }

    /** Token of its agent. */
    public String agent() {
        return agent;
    }

    public Payer payer() {
        return Payer.employer(CreditCode.parse(code));
    }

    public Company change(Map<String, Object> fields) {
        Registered.change(code, fields);
        return this;
    }

    /** Somebody new from a month on under 110, 210 and 410. @return the person's number */
    public String employ(String from, String wage) {
        String number = Registered.person();
        employ(PersonId.parse(EnrollmentUnderTest.person(number)), from);
        declare(number, from, wage);
        return number;
    }

    private void employ(PersonId person, String from) {
        Set<Scheme> schemes = new TreeSet<>(List.of(Scheme.EMPLOYEE_PENSION, Scheme.UNEMPLOYMENT, Scheme.WORK_INJURY));
        order(RelationChange.start(
                person, schemes, payer(), AreaCode.parse("640104"), Month.parse(from), LocalDate.of(2019, 1, 5)));
    }

    /** The month is the last one for which the person is insured. */
    public void dismiss(String number, String last) {
        order(RelationChange.stop(
                PersonId.parse(EnrollmentUnderTest.person(number)),
                new TreeSet<>(Arrays.asList(Scheme.EMPLOYEE_PENSION, Scheme.UNEMPLOYMENT, Scheme.WORK_INJURY)),
                payer(),
                Month.parse(last),
                StopReason.CONTRACT_ENDED));
    }

    private void order(RelationChange change) {
        List<Outcome> outcomes = EnrollmentUnderTest.service()
                .part(Relations.class)
                .carryOut(new Order(
                        EnrollmentUnderTest.freshKey(),
                        AreaCode.parse("640104"),
                        "agent",
                        Channel.WEB,
                        List.of(change)));
        assertThat(outcomes).allMatch(Outcome::isSo);
    }

    /** A wage from a month on. */
    public void declare(String number, String from, String wage) {
        String id = code + "|" + EnrollmentUnderTest.person(number);
        MongoCollection<DeclaredWages> wages = EnrollmentUnderTest.service()
                .part(MongoDatabase.class)
                .getCollection("declared_wages", DeclaredWages.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        DeclaredWages before = wages.find(new Document("_id", id)).first();
        List<WageEntry> entries = new ArrayList<>(before == null ? List.of() : before.entries());
        entries.add(new WageEntry(
                Month.parse(from),
                Fen.ofYuan(wage),
                EnrollmentUnderTest.freshKey(),
                LocalDate.of(2020, 2, 10),
                "agent"));
        wages.replaceOne(new Document("_id", id), new DeclaredWages(id, entries), new ReplaceOptions().upsert(true));
    }

    /** Declares a month by its agent, under a key of its own. */
    public Answer declareMonth(String month) {
        return Registered.post("/v1/employers/me/contribution-declarations", agent, Map.of("month", month));
    }
}
