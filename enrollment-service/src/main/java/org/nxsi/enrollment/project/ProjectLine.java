package org.nxsi.enrollment.project;

import java.time.LocalDate;
import org.nxsi.platform.money.Fen;

/** A project in a list. */
record ProjectLine(
        String project,
        int number,
        String name,
        String area,
        Fen contractValue,
        LocalDate startsOn,
        LocalDate lastDay,
        ProjectState state,
        String stateTitle,
        boolean waits) {

    static ProjectLine of(Project project) {
        return new ProjectLine(
                project.id(),
                project.number(),
                project.name(),
                project.area().code(),
                project.contractValue(),
                project.startsOn(),
                project.lastDay(),
                project.state(),
                project.state().title(),
                project.open().isPresent());
    }
}
