package org.nxsi.enrollment.account;

/** What an entry of an account stands for; the sign of its amount follows from it, but for corrections and interest. */
public enum EntryKind {
    /** What stood on the account when it was taken over. */
    OPENING("期初余额"),
    /** A contribution of one month has arrived. */
    CREDIT("缴费记账"),
    /** A later telling of the same contribution said more, or less. */
    CORRECTION("更正"),
    /** Interest of a year, or what it was too little or too much. */
    INTEREST("记账利息"),
    TRANSFER_IN("转入"),
    TRANSFER_OUT("转出"),
    /** The account's part of a month's pension (离退休账户冲减额, AIC340). */
    DRAW_DOWN("待遇冲减"),
    /** The rest of an account, to whoever has a right to it. */
    PAID_OUT("一次性支付");

    private final String title;

    EntryKind(String title) {
        this.title = title;
    }

    /** As shown to people. */
    public String title() {
        return title;
    }

    /** What makes the contributions of a year, as statements show them (当年记账). */
    boolean isContribution() {
        return switch (this) {
            case CREDIT, CORRECTION -> true;
            case OPENING, INTEREST, TRANSFER_IN, TRANSFER_OUT, DRAW_DOWN, PAID_OUT -> false;
        };
    }
}
