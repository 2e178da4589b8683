package org.nxsi.enrollment.wage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.BatchView;
import org.nxsi.enrollment.batch.BatchWorker;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Takes in lists of wages, short ones to be kept at once, and shows what became of them. */
@Component
class SendingWages {

    /** More rows than this are carried out after the answer. */
    private static final int AT_ONCE = 100;

    private final PersonRegister register;
    private final BatchWorker<WageChunk> batches;
    private final PolicyData policies;
    private final BusinessClock clock;

    SendingWages(PersonRegister register, BatchWorker<WageChunk> batches, PolicyData policies, BusinessClock clock) {
        this.register = register;
        this.batches = batches;
        this.policies = policies;
        this.clock = clock;
    }

    /** @throws ProblemException 422 {@code idempotency-key-reused} if the same command came before with other rows */
    WageBatchView send(Employer employer, SentRows sent, String id, String by, Channel channel) {
        Batch before = batches.find(id);
        if (before != null && before.digest().equals(sent.digest())) {
            return view(employer, before, first());
        }
        List<WageLine> lines = lines(sent);
        Batch batch = Batch.received(
                id,
                Payer.employer(employer.id()),
                employer.area(),
                by,
                false,
                channel,
                clock.today(),
                lines.size(),
                WageChunk.count(lines.size()),
                sent.digest(),
                Instant.now());
        List<WageChunk> chunks = WageChunk.of(batch, lines);
        Batch taken = lines.size() > AT_ONCE ? batches.take(batch, chunks) : batches.carryOut(batch, chunks);
        return view(employer, taken, first());
    }

    /** @throws ProblemException 404 {@code batch-unknown} if the employer has sent no such batch */
    WageBatchView batch(Employer employer, String id, PageRequest page) {
        Batch batch = batches.find(id);
        if (batch == null || !batch.of().equals(Payer.employer(employer.id()))) {
            throw Problem.notFound("batch-unknown", "no such batch").exception();
        }
        return view(employer, batch, page);
    }

    private List<WageLine> lines(SentRows sent) {
        Month now = clock.month();
        List<WageColumns.Read> read =
                sent.rows().stream().map(row -> WageColumns.read(row, now)).toList();
        Set<SocialNumber> numbers = read.stream()
                .map(WageColumns.Read::order)
                .filter(Objects::nonNull)
                .map(WageOrder::number)
                .collect(Collectors.toSet());
        Map<SocialNumber, Known> known = register.findByNumbers(numbers);
        List<WageLine> lines = new ArrayList<>(read.size());
        for (WageColumns.Read each : read) {
            WageOrder order = each.order();
            lines.add(
                    order == null
                            ? WageLine.refused(each.row(), Objects.requireNonNull(each.refusal()))
                            : line(order, known.get(order.number())));
        }
        return lines;
    }

    private static WageLine line(WageOrder order, @Nullable Known person) {
        if (person == null) {
            return WageLine.refused(order.row(), Refusal.wrong("not-insured-here", "number", "该人员没有在本单位参保"));
        }
        if (order.name() != null && !person.name().sameAs(order.name())) {
            return WageLine.refused(order.row(), Refusal.wrong("name-differs", "name", "姓名与登记的不一致"));
        }
        return new WageLine(order.row(), person.id(), order.from(), order.wage(), null);
    }

    private WageBatchView view(Employer employer, Batch batch, PageRequest page) {
        BatchView plain = BatchView.of(batch, batches.batches(), page);
        Page<Outcome> outcomes = plain.outcomes();
        if (outcomes == null) {
            return WageBatchView.of(plain, List.of(), null);
        }
        Map<Integer, WageLine> lines = new HashMap<>();
        batches.batches().chunks(batch).forEach(chunk -> chunk.lines().forEach(line -> lines.put(line.row(), line)));
        Bases bases = new Bases(policies, employer);
        Page<WageBatchView.Row> rows = outcomes.map(each -> WageBatchView.Row.of(each, lines.get(each.row()), bases));
        Set<Month> months = new TreeSet<>();
        rows.items().stream()
                .filter(each -> each.result() != Outcome.Result.REFUSED)
                .forEach(each -> {
                    if (each.from() != null) {
                        months.add(each.from());
                    }
                });
        return WageBatchView.of(plain, bases.limits(months), rows);
    }

    private static PageRequest first() {
        return new PageRequest(AT_ONCE, null);
    }
}
