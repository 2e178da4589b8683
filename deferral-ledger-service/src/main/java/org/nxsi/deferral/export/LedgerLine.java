package org.nxsi.deferral.export;

/**
 * One entry as a row of the business ledger (业务台账): texts only, persons masked already.
 *
 * @param entry the entry's id, from which the reading goes on
 * @param name of the subject where it is known, else empty
 * @param amount in yuan, empty where it is not known
 */
record LedgerLine(
        String entry,
        String area,
        String subjectKind,
        String subject,
        String name,
        String business,
        String month,
        String schemes,
        String dueDate,
        String amount,
        String madeUp,
        String reason,
        String openedOn,
        String channel,
        String state,
        String deadline,
        String madeUpOn,
        String basis,
        String number) {}
