package org.nxsi.enrollment.transfer;

import java.util.List;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyVersion;

/**
 * What has to be moved for some information. Public for the driver only.
 *
 * @param account the whole personal account
 * @param pool the part of the fund
 * @param policies what the part rests on
 */
public record Expected(Fen account, Fen pool, List<PolicyVersion> policies) {

    public Expected {
        policies = List.copyOf(policies);
    }

    public Fen total() {
        return account.plus(pool);
    }
}
