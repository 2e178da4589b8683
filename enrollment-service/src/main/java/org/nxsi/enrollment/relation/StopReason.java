package org.nxsi.enrollment.relation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why contributions stop (变更原因, list AAE160). The list's official values were found for two reasons only; the others
 * are named by their words here until the list arrives.
 */
public enum StopReason {
    CONTRACT_ENDED("6301", "解除/终止劳动合同", ContributionState.PAUSED),
    ORGANISATION_PAUSED("0020", "组织中断缴费", ContributionState.PAUSED),
    MOVED_AWAY(null, "转往统筹范围外", ContributionState.PAUSED),
    OTHER_SCHEME(null, "转参加其他险种", ContributionState.PAUSED),
    OWN_REQUEST(null, "个人申请停保", ContributionState.PAUSED),
    RETIRED(null, "退休", ContributionState.ENDED),
    DIED(null, "死亡", ContributionState.ENDED),
    MISTAKEN(null, "误参保更正", ContributionState.PAUSED);

    private final @Nullable String code;
    private final String title;
    private final ContributionState leadsTo;

    StopReason(@Nullable String code, String title, ContributionState leadsTo) {
        this.code = code;
        this.title = title;
        this.leadsTo = leadsTo;
    }

    /** Value of list AAE160; null where it is not known. */
    public @Nullable String code() {
        return code;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** What the relation's state is afterwards. */
    public ContributionState leadsTo() {
        return leadsTo;
    }

    /** Read by its name here, its code or its title. */
    public static Optional<StopReason> of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(text) || text.equals(each.code) || each.title.equals(text))
                .findFirst();
    }
}
