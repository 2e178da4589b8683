package org.nxsi.enrollment.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** Takes in who works on a project: a short list at once, a file soon. */
@Component
class DeclaringWorkers {

    private final BatchWorker<RosterChunk> batches;
    private final BusinessClock clock;

    DeclaringWorkers(BatchWorker<RosterChunk> batches, BusinessClock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    Batch declare(Project project, RosterList list, Caller caller, CommandId command) {
        if (project.state() == ProjectState.REJECTED) {
            throw Problem.conflict("project-rejected", "this project was not registered")
                    .exception();
        }
        int rows = list.rows().size();
        Batch batch = Batch.received(
                command.derive("roster"),
                project.payer(),
                project.area(),
                caller.actor(),
                caller.has(Role.CLERK),
                Channel.ofClient(caller.client()),
                clock.today(),
                rows,
                RosterChunk.count(rows),
                list.digest(),
                Instant.now());
        return list.file()
                ? batches.take(batch, RosterChunk.cut(batch, list.rows()))
                : batches.carryOut(batch, RosterChunk.cut(batch, list.rows()));
    }

    /** @throws org.nxsi.platform.web.ProblemException 404 {@code batch-unknown}, also for that of another project */
    BatchView batch(Project project, String id, PageRequest page) {
        Batch found = batches.find(id);
        if (found == null || !found.of().equals(project.payer())) {
            throw Problem.notFound("batch-unknown", "this project has no such list")
                    .exception();
        }
        return view(found, page);
    }

    BatchView view(Batch batch, @Nullable PageRequest page) {
        return BatchView.of(
                batch, batches.batches(), page == null ? new PageRequest(RosterList.MOST_IN_JSON, null) : page);
    }
}
