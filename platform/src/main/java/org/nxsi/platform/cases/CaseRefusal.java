package org.nxsi.platform.cases;

import org.jspecify.annotations.Nullable;

/** Why a command on a case is refused. */
public enum CaseRefusal {
    STATE("case-state", "办件当前状态不能办理该操作", null),
    ALREADY_NOTICED("case-already-noticed", "应一次性告知需要补正的全部材料，不得再次告知", "行政许可法 第三十二条"),
    NOTICE_TOO_LATE("case-notice-too-late", "逾期未告知补正，自收到申请材料之日起即为受理", "行政许可法 第三十二条"),
    MAIN_PAPER_MISSING("case-main-paper-missing", "缺少要件，不能容缺受理", null),
    NO_MAIN_PAPER_MISSING("case-no-main-paper-missing", "要件齐全，应容缺受理", null),
    PAPER_NOT_ASKED("case-paper-not-asked", "不在补正材料清单中", null),
    PAPERS_OUTSTANDING("case-papers-outstanding", "容缺材料尚未补齐", null),
    DATE_BACKWARDS("case-date-backwards", "日期早于上一环节", null),
    REASON_MISSING("case-reason-missing", "应当说明理由", null),
    HISTORY_FULL("case-history-full", "办件环节过多", null);

    private final String code;
    private final String text;
    private final @Nullable String clause;

    CaseRefusal(String code, String text, @Nullable String clause) {
        this.code = code;
        this.text = text;
        this.clause = clause;
    }

    /** Stable code for answers. */
    public String code() {
        return code;
    }

    /** For people, in Chinese. */
    public String text() {
        return text;
    }

    /** The clause that refuses; null where it is the order of work that does. */
    public @Nullable String clause() {
        return clause;
    }
}
