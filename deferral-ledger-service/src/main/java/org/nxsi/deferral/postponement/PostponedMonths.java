package org.nxsi.deferral.postponement;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.EntryKey;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.deferral.ledger.Objection;
import org.nxsi.deferral.ledger.Refusal;
import org.nxsi.deferral.ledger.SubjectKind;
import org.springframework.stereotype.Component;

/** A month whose contributions are postponed with approval (缓缴) is not put off by the notice (延期) as well. */
@Component
class PostponedMonths implements Objection {

    private final Claims claims;

    PostponedMonths(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Map<EntryKey, Refusal> against(Collection<EntryKey> wanted) {
        Map<String, EmployerMonth> months = new HashMap<>();
        wanted.stream()
                .filter(each -> each.subjectKind() == SubjectKind.EMPLOYER && each.kind() == Kind.CONTRIBUTION)
                .forEach(each -> months.put(each.id(), new EmployerMonth(each.subjectId(), each.month())));
        if (months.isEmpty()) {
            return Map.of();
        }
        Map<String, Claim> inTheWay = claims.forDeferrals(months);
        Map<EntryKey, Refusal> refusals = new HashMap<>();
        for (EntryKey each : wanted) {
            Claim claim = inTheWay.get(each.id());
            if (claim != null) {
                refusals.put(each, refusal(claim));
            }
        }
        return refusals;
    }

    private static Refusal refusal(Claim claim) {
        return new Refusal(
                409,
                "month-postponed",
                "month",
                "该月社会保险费已申请或批准缓缴（" + claim.by() + "），不得再作延期登记",
                Arrangement.POSTPONEMENT.getClause());
    }
}
