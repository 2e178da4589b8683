package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What is to be collected for a payer, scheme and month. Of several the highest revision counts; the same one again
 * changes nothing.
 *
 * @param area where insured
 * @param sheet number of the sheet that tells it
 * @param employerPart what the employer owes, after relief
 * @param personPart what the persons owe, which the employer withholds or they pay themselves
 * @param dueDate last day without late fee
 * @param persons for how many
 */
public record Charge(
        Payer payer,
        Scheme scheme,
        Month month,
        AreaCode area,
        String sheet,
        int revision,
        Fen employerPart,
        Fen personPart,
        LocalDate dueDate,
        int persons) {}
