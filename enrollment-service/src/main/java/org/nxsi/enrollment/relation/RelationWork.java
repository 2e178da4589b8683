package org.nxsi.enrollment.relation;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.ChunkWork;
import org.nxsi.enrollment.relation.ChangingRelations.Turned;
import org.nxsi.enrollment.relation.StartingWages.Starting;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Carries out a chunk: the relations first, then the wages told with them and what the ledger must know, the chunk's own facts
 * last. Whatever a crash leaves undone is done by the repetition.
 */
@Component
class RelationWork implements ChunkWork<RelationChunk> {

    private final ChangingRelations changing;
    private final LateRegistrations late;
    private final ObjectProvider<StartingWages> wages;
    private final RelationEvents events;

    RelationWork(
            ChangingRelations changing,
            LateRegistrations late,
            ObjectProvider<StartingWages> wages,
            RelationEvents events) {
        this.changing = changing;
        this.late = late;
        this.wages = wages;
        this.events = events;
    }

    @Override
    public Done carryOut(Batch batch, RelationChunk chunk) {
        List<Turned> turned = changing.change(batch, chunk.rows());
        declare(batch, turned);
        late.accept(batch, turned);
        return new Done(turned.stream().map(Turned::outcome).toList(), events.of(batch, chunk.id(), turned));
    }

    private void declare(Batch batch, List<Turned> turned) {
        List<Starting> told = new ArrayList<>();
        for (Turned each : turned) {
            RelationChange change = each.row().change();
            Fen wage = each.row().wage();
            if (change != null && wage != null && each.outcome().isSo()) {
                told.add(new Starting(
                        each.person() == null ? change.person() : each.person(), change.requireMonth(), wage));
            }
        }
        if (!told.isEmpty()) {
            CreditCode employer = CreditCode.parse(batch.of().id());
            wages.forEach(each -> each.declare(employer, batch.id(), batch.by(), batch.on(), told));
        }
    }
}
