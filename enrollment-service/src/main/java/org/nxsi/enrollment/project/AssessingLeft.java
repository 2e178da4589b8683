package org.nxsi.enrollment.project;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the sheets that a crash left unmade between the decision and the assessment. */
@Component
class AssessingLeft {

    private static final Logger log = LoggerFactory.getLogger(AssessingLeft.class);
    private static final int AT_ONCE = 100;

    /** Whoever decides makes the sheet at once: only what stands longer than that was left. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Projects projects;
    private final AssessingProject assessing;

    AssessingLeft(Projects projects, AssessingProject assessing) {
        this.projects = projects;
        this.assessing = assessing;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void assessWhatIsLeft() {
        try {
            for (Project each : projects.unassessed(Instant.now().minus(GRACE), AT_ONCE)) {
                assess(each);
            }
        } catch (RuntimeException failed) {
            log.warn("projects are assessed later: {}", failed.toString());
        }
    }

    private void assess(Project project) {
        try {
            assessing.assess(project);
        } catch (RuntimeException failed) {
            log.warn("project {} is assessed later: {}", project.id(), failed.toString());
        }
    }
}
