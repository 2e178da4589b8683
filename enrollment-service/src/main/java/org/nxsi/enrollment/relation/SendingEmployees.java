package org.nxsi.enrollment.relation;

import java.util.List;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.EmployeeRule.Wanting;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Takes in lists of employees, short ones to be carried out at once, and shows what became of them. */
@Component
class SendingEmployees {

    /** More rows than this are carried out after the answer. */
    static final int AT_ONCE = 100;

    private final WeighingEmployees weighing;
    private final BatchWorker<RelationChunk> batches;
    private final BusinessClock clock;

    SendingEmployees(WeighingEmployees weighing, BatchWorker<RelationChunk> batches, BusinessClock clock) {
        this.weighing = weighing;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Who sends a list.
     *
     * @param id made of the command
     * @param by person
     * @param staff whether that is a clerk
     */
    record Sender(String id, String by, boolean staff, Channel channel) {}

    /** @throws ProblemException 422 {@code idempotency-key-reused} if the same command came before with other rows */
    BatchView send(Employer employer, SentRows sent, Sender sender) {
        Batch before = batches.find(sender.id());
        if (before != null && before.digest().equals(sent.digest())) {
            return view(before, first());
        }
        Wanting wanting = new Wanting(employer, clock.today(), sender.staff());
        List<RelationRow> rows = weighing.weigh(
                sent.rows().stream().map(EmployeeColumns::read).toList(), wanting, "relations/" + sender.id());
        Batch batch = Chunked.batch(
                sender.id(),
                Payer.employer(employer.id()),
                employer.area(),
                sender.by(),
                sender.staff(),
                sender.channel(),
                wanting.today(),
                rows,
                sent.digest());
        List<RelationChunk> chunks = Chunked.chunks(batch, rows);
        Batch taken = rows.size() > AT_ONCE ? batches.take(batch, chunks) : batches.carryOut(batch, chunks);
        return view(taken, first());
    }

    /** A batch of an employer. @throws ProblemException 404 {@code batch-unknown} */
    BatchView ofEmployer(Employer employer, String id, PageRequest page) {
        Batch batch = batches.find(id);
        if (batch == null || !batch.of().equals(Payer.employer(employer.id()))) {
            throw unknown();
        }
        return view(batch, page);
    }

    /** A batch of an area. @throws ProblemException 404 {@code batch-unknown} */
    BatchView ofArea(AreaCode area, String id, PageRequest page) {
        Batch batch = batches.find(id);
        if (batch == null || !area.contains(batch.area())) {
            throw unknown();
        }
        return view(batch, page);
    }

    private BatchView view(Batch batch, PageRequest page) {
        return BatchView.of(batch, batches.batches(), page);
    }

    private static PageRequest first() {
        return new PageRequest(AT_ONCE, null);
    }

    private static ProblemException unknown() {
        return Problem.notFound("batch-unknown", "no such batch").exception();
    }
}
