package org.nxsi.deferral.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.platform.money.Fen;

/** What a person has to do about an entry, and until when, in the words of the notice. */
final class WhatToDo {

    /** Until the lifting is published. */
    static final String NO_DEADLINE = "待公布疫情解除日期";

    static final String MAKE_UP = "宁人社办发〔2020〕2号 第七条";
    static final String BENEFITS = "宁人社办发〔2020〕2号 第三条";

    private WhatToDo() {}

    /** For people; what is settled needs nothing done. */
    static String of(Entry entry) {
        return switch (entry.state()) {
            case OPEN, PARTLY_MADE_UP, REOPENED -> todo(entry);
            case EXPIRED -> "补办期限已过，请联系经办机构；是否按正常规定办理由经办机构决定";
            case MADE_UP -> "已补办，无需再办";
            case WITHDRAWN -> "已撤销，无需办理";
            case AWAITED -> "";
        };
    }

    /** {@code 2020-09-30}, or that it is not known yet. */
    static String until(@Nullable LocalDate deadline) {
        return deadline == null ? NO_DEADLINE : deadline.toString();
    }

    /** What the advice rests on. */
    static String clause(Kind kind) {
        return switch (kind) {
            case REGISTRATION, CONTRIBUTION, LUMP_SUM_MAKE_UP -> MAKE_UP;
            case BENEFIT_CLAIM, CERTIFICATION -> BENEFITS;
        };
    }

    private static String todo(Entry entry) {
        return switch (entry.kind()) {
            case REGISTRATION -> "请补办" + entry.month() + "参保登记；逾期办理不影响个人权益记录";
            case CONTRIBUTION -> "请补缴" + entry.month() + "社会保险费" + left(entry) + "；补缴后计入个人权益记录";
            case LUMP_SUM_MAKE_UP -> "请办理" + entry.month() + "一次性补缴" + left(entry) + "；补缴后计入个人权益记录";
            case BENEFIT_CLAIM -> "请申报领取养老保险待遇；经申报审核后，自审核次月起补发养老金";
            case CERTIFICATION -> "请办理待遇领取资格认证；疫情防控期间未按期认证的，不暂停待遇的发放";
        };
    }

    private static String left(Entry entry) {
        Fen amount = entry.amount();
        if (amount == null) {
            return "（金额待核定）";
        }
        Fen left = amount.minus(entry.madeUp());
        return left.isPositive() ? left + "元" : "";
    }
}
