package org.nxsi.enrollment.transfer;

/** Who has a transfer on the desk now. */
final class Office {

    private static final String ELSEWHERE = "外省经办机构（%s）";

    private Office() {}

    static String of(Transfer transfer) {
        boolean here = switch (transfer.state()) {
            case APPLIED, BOTH_ARRIVED, HELD, COMPLETED, RETURNED, WITHDRAWN -> true;
            case ACCEPTED -> transfer.direction() == Direction.IN;
            case LETTER_SENT, HANDLING -> transfer.direction() == Direction.OUT && transfer.sent() == null;
            case INFORMATION_ARRIVED, MONEY_ARRIVED -> false;
        };
        return here ? transfer.area().fullName() + "社会保险经办机构" : ELSEWHERE.formatted(transfer.otherPlace());
    }
}
