package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.springframework.stereotype.Component;

/** What has to be moved for some information: the whole account, and the fund's part by the policy in force. */
@Component
class MovedAmount {

    private final PolicyData policies;

    MovedAmount(PolicyData policies) {
        this.policies = policies;
    }

    /** @throws PolicyUnknown if the share, or since when it counts, is not known */
    Expected of(Information information, AreaCode area, LocalDate on) {
        String scheme = Scheme.EMPLOYEE_PENSION.code();
        PolicyValue share = policies.find("transfer.pool_share", area, scheme, on);
        PolicyValue since = policies.find("transfer.pool_since", area, scheme, on);
        return new Expected(
                information.account(),
                PoolPart.of(information.months(), share.decimal(), Month.parse(since.text())),
                List.of(share.version(), since.version()));
    }
}
