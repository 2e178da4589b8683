package org.nxsi.deferral.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;

/**
 * An emergency period of a region.
 *
 * @param id such as {@code EP-640100-1}
 * @param region where it holds, with all areas below
 * @param terms what the last record says; of a proposed one, what the proposal says
 * @param records its chain, oldest first, at most {@value #MOST_RECORDS}; empty until it is declared
 * @param proposal what waits for a second person; null if nothing does
 * @param withdrawn proposals that came to nothing, the last {@value #MOST_WITHDRAWN}
 * @param proposals how many were ever made
 */
public record Period(
        String id,
        AreaCode region,
        State state,
        Terms terms,
        List<PeriodRecord> records,
        @Nullable Proposal proposal,
        List<Withdrawn> withdrawn,
        int proposals) {

    static final int MOST_RECORDS = 50;
    static final int MOST_WITHDRAWN = 20;

    /** Where it stands. */
    public enum State {
        /** One person has proposed it. It is in force for nobody. */
        PROPOSED,
        /** Declared, and no lifting published. */
        OPEN,
        /** Its lifting is published; until the day of lifting it is in force all the same. */
        LIFTED,
        /** The declaration was withdrawn before a second person confirmed it. */
        REFUSED
    }

    public Period {
        records = List.copyOf(records);
        withdrawn = List.copyOf(withdrawn);
    }

    static Period proposed(String id, AreaCode region, Proposal declaration) {
        return new Period(id, region, State.PROPOSED, declaration.terms(), List.of(), declaration, List.of(), 1);
    }

    /** First day. */
    public LocalDate from() {
        return terms.from();
    }

    /** Day of lifting, from which deadlines are counted; null until it is published. */
    public @Nullable LocalDate liftedOn() {
        return terms.liftedOn();
    }

    /** Whether two people have declared it. */
    public boolean isDeclared() {
        return state == State.OPEN || state == State.LIFTED;
    }

    /** Whether it is in force on a day; the first day and the day of lifting belong to it. */
    public boolean isInForceOn(LocalDate day) {
        return isDeclared() && terms.covers(day);
    }

    /** Number of the last record; 0 until it is declared. */
    public int recordNumber() {
        return records.size();
    }

    /** The record that counts; null until it is declared. */
    public @Nullable PeriodRecord lastRecord() {
        return records.isEmpty() ? null : records.getLast();
    }

    Period with(Proposal next) {
        return new Period(id, region, state, terms, records, next, withdrawn, proposals + 1);
    }

    /** The proposal becomes the record that counts. */
    Period confirmed(Proposal confirmed, String by, Instant at, LocalDate on) {
        List<PeriodRecord> chain = new ArrayList<>(records);
        chain.add(new PeriodRecord(
                records.size() + 1,
                confirmed.kind(),
                confirmed.terms(),
                confirmed.reason(),
                confirmed.by(),
                confirmed.at(),
                by,
                at,
                on));
        State next = confirmed.terms().liftedOn() == null ? State.OPEN : State.LIFTED;
        return new Period(id, region, next, confirmed.terms(), chain, null, withdrawn, proposals);
    }

    Period without(Proposal proposed, String by, Instant at, String reason) {
        List<Withdrawn> all = new ArrayList<>(withdrawn);
        all.add(new Withdrawn(proposed, by, at, reason));
        if (all.size() > MOST_WITHDRAWN) {
            all.removeFirst();
        }
        State next = state == State.PROPOSED ? State.REFUSED : state;
        return new Period(id, region, next, terms, records, null, all, proposals);
    }
}
