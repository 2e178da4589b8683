package org.nxsi.enrollment.owed;

import java.time.LocalDate;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueFold;
import org.nxsi.enrollment.collection.DueState;

/** How a due stands on a day, in one word for people. */
enum Standing {
    AWAITED("待核定"),
    /** Not paid, and the due date is not over. */
    OPEN("未到期"),
    PAID("已缴"),
    /** Put off in an emergency and paid since: as good as paid in time. */
    MADE_UP("已补办"),
    /** Put off in an emergency (宁人社办发〔2020〕2号 第七条): no gap and no default. */
    PUT_OFF("延期待补办"),
    OVERDUE("逾期"),
    /** Put off, and not made up by the deadline: people decide what follows. */
    EXPIRED("逾期未补办");

    private final String title;

    Standing(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Standing of(Due due, LocalDate today) {
        LocalDate dueDate = due.dueDate();
        if (dueDate == null) {
            return AWAITED;
        }
        if (due.state() == DueState.PAID) {
            boolean late = DueFold.arrivedInTime(due).compareTo(due.arrived()) < 0;
            return due.isPutOff() && late ? MADE_UP : PAID;
        }
        if (!today.isAfter(dueDate)) {
            return OPEN;
        }
        if (!due.isPutOff()) {
            return OVERDUE;
        }
        LocalDate deadline = due.deadline();
        return due.expired() || deadline != null && today.isAfter(deadline) ? EXPIRED : PUT_OFF;
    }
}
