package org.nxsi.pension.entitlement;

import java.util.List;
import org.nxsi.platform.money.Month;

/** What was instructed for a person, whoever keeps the instructions. */
public interface PaymentHistory {

    /**
     * The payments of the months asked for, oldest first.
     *
     * @param payee opaque person id
     * @param from first month, included
     * @param to last month, included; at most 24 months in all
     */
    List<PaymentLine> of(String payee, Month from, Month to);
}
