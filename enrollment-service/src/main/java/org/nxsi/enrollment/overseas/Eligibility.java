package org.nxsi.enrollment.overseas;

import java.util.Locale;
import org.nxsi.enrollment.account.AccountState;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Who can have a certificate: there is an agreement, and the person stays insured here. */
@Component
class Eligibility {

    private static final String SCHEME = Scheme.EMPLOYEE_PENSION.code();

    private final PolicyData policies;
    private final Relations relations;
    private final Accounts accounts;
    private final BusinessClock clock;

    Eligibility(PolicyData policies, Relations relations, Accounts accounts, BusinessClock clock) {
        this.policies = policies;
        this.relations = relations;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The agreement with a country on the first day of the stay.
     *
     * @throws ProblemException 422 {@code no-agreement} if none is on record
     * @throws PolicyUnknown if it is on record that it is not known
     */
    PolicyValue agreement(Stay stay) {
        try {
            return policies.find(
                    "overseas.agreement." + stay.country().toLowerCase(Locale.ROOT),
                    AreaCode.NATION,
                    SCHEME,
                    stay.from());
        } catch (PolicyUnknown unknown) {
            if (unknown.reason() != PolicyUnknown.Reason.NO_ENTRY) {
                throw unknown;
            }
            throw Problem.of(422, "no-agreement", "在册的社会保险双边协定中没有该国家，或境外停留开始时协定尚未生效")
                    .at("country")
                    .exception();
        }
    }

    /** @throws ProblemException 422 naming what stands against it */
    void require(Known person, Stay stay) {
        if (person.diedOn() != null) {
            throw Problem.of(422, "person-died", "该人员已登记死亡").exception();
        }
        boolean retired = accounts.find(person.id(), Scheme.EMPLOYEE_PENSION)
                .filter(each -> each.state() == AccountState.RETIRED)
                .isPresent();
        if (retired) {
            throw Problem.of(422, "already-retired", "已领取基本养老金，不再缴费").exception();
        }
        Month gap = stay.notInsured(relations.ofPerson(person.id()), clock.month());
        if (gap != null) {
            throw Problem.of(422, "not-insured-during-stay", gap + " 未由该单位参加企业职工基本养老保险")
                    .at("employer")
                    .with("month", gap)
                    .exception();
        }
    }
}
