package org.nxsi.enrollment.wage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.ChunkWork;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.wage.DeclaringWages.Declaration;
import org.nxsi.enrollment.wage.DeclaringWages.Kept;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.springframework.stereotype.Component;

/** Carries out a chunk of declared wages: of those whom the employer insures in the month. */
@Component
class WageWork implements ChunkWork<WageChunk> {

    private final Relations relations;
    private final DeclaringWages declaring;

    WageWork(Relations relations, DeclaringWages declaring) {
        this.relations = relations;
        this.declaring = declaring;
    }

    @Override
    public Done carryOut(Batch batch, WageChunk chunk) {
        Map<Month, Map<PersonId, PersonId>> insured = insured(batch, chunk.lines());
        Map<Integer, Declaration> wanted = new TreeMap<>();
        Map<Integer, Outcome> outcomes = new HashMap<>();
        for (WageLine each : chunk.lines()) {
            PersonId person = each.person();
            Month from = each.from();
            Fen wage = each.wage();
            if (person == null || from == null || wage == null) {
                outcomes.put(each.row(), Outcome.refused(each.row(), refusal(each.refusal())));
                continue;
            }
            PersonId under = insured.getOrDefault(from, Map.of()).get(person);
            if (under == null) {
                outcomes.put(
                        each.row(),
                        Outcome.refused(each.row(), Refusal.wrong("not-insured-here", "number", "该人员在所填年月没有在本单位参保")));
            } else {
                wanted.put(each.row(), new Declaration(under, from, wage, batch.id() + "#" + each.row()));
            }
        }
        CreditCode employer = CreditCode.parse(batch.of().id());
        List<Kept> kept = declaring.keep(employer, batch.by(), batch.on(), List.copyOf(wanted.values()));
        List<Integer> rows = List.copyOf(wanted.keySet());
        for (int i = 0; i < rows.size(); i++) {
            outcomes.put(rows.get(i), outcome(rows.get(i), kept.get(i)));
        }
        List<Outcome> inOrder = new ArrayList<>(chunk.lines().size());
        chunk.lines()
                .forEach(each ->
                        inOrder.add(outcomes.getOrDefault(each.row(), Outcome.refused(each.row(), refusal(null)))));
        return new Done(inOrder, List.of());
    }

    private Map<Month, Map<PersonId, PersonId>> insured(Batch batch, List<WageLine> lines) {
        Map<Month, Set<PersonId>> asked = new TreeMap<>();
        for (WageLine each : lines) {
            if (each.person() != null && each.from() != null) {
                asked.computeIfAbsent(each.from(), none -> new TreeSet<>()).add(each.person());
            }
        }
        Map<Month, Map<PersonId, PersonId>> insured = new HashMap<>();
        asked.forEach((month, persons) -> insured.put(month, relations.insuredUnder(batch.of(), month, persons)));
        return insured;
    }

    private static Outcome outcome(int row, Kept kept) {
        return switch (kept) {
            case DONE -> Outcome.done(row);
            case ALREADY_SO -> Outcome.alreadySo(row);
            case FULL ->
                Outcome.refused(
                        row,
                        Refusal.wrong("too-many-declarations", "wage", "最多申报 " + DeclaredWages.MOST_ENTRIES + " 次"));
        };
    }

    private static Refusal refusal(@Nullable Refusal refusal) {
        return refusal == null ? Refusal.wrong("row-empty", "row", "空行") : refusal;
    }
}
