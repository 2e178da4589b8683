package org.nxsi.enrollment.insurance;

import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.relation.ContributionState;
import org.nxsi.enrollment.relation.Relation;
import org.nxsi.platform.money.Month;

/** Whether somebody takes part in a scheme (参保状态, list AAC008; its official values are not known here, the names are). */
enum InsuredState {
    NOT_INSURED("未参保"),
    INSURED("正常参保"),
    ENDED("终止参保");

    private final String title;

    InsuredState(String title) {
        this.title = title;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** Of all relations under one scheme: a break of contributions is no end. */
    static InsuredState of(List<Relation> relations, Month month) {
        return contributions(relations, month)
                .map(state -> switch (state) {
                    case PAYING, PAUSED -> INSURED;
                    case ENDED -> ENDED;
                })
                .orElse(NOT_INSURED);
    }

    /** How contributions stand: paying under one of them is paying. Empty before the first month. */
    static Optional<ContributionState> contributions(List<Relation> relations, Month month) {
        return relations.stream()
                .map(each -> each.stateIn(month))
                .flatMap(Optional::stream)
                .min(Enum::compareTo);
    }
}
