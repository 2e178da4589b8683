package org.nxsi.enrollment.application;

import org.nxsi.platform.cases.CaseState;

/** The states of a case as people read them. */
public final class StateTitle {

    private StateTitle() {}

    public static String of(CaseState state) {
        return switch (state) {
            case SUBMITTED -> "已提交";
            case MATERIALS_MISSING -> "待补正";
            case ACCEPTED -> "已受理";
            case NOT_ACCEPTED -> "不予受理";
            case IN_REVIEW -> "审核中";
            case SUSPENDED -> "中止";
            case APPROVED -> "办结（准予）";
            case REJECTED -> "办结（不予）";
            case DELIVERED -> "已送达";
            case CLOSED -> "已归档";
            case WITHDRAWN -> "已撤回";
        };
    }
}
