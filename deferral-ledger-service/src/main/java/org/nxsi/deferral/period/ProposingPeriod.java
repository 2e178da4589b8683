package org.nxsi.deferral.period;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** One person proposes that a period be declared, lifted or corrected. Nothing is in force by that. */
@Component
class ProposingPeriod {

    private final ChangingRegister register;

    ProposingPeriod(ChangingRegister register) {
        this.register = register;
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 {@code period-overlaps} where another period stands in the way */
    Period declaration(Caller caller, CommandId command, AreaCode region, Terms terms, @Nullable String reason) {
        caller.require(Role.ADMIN);
        refuseOtherAreas(caller, region);
        Author author = Author.of(caller, command);
        return register.change(before -> {
            for (Period each : before.of(region)) {
                if (author.madeIt(each.proposal())) {
                    return ChangingRegister.Change.none(each);
                }
            }
            if (before.isFull()) {
                throw Refusals.registerFull();
            }
            String id = before.nextId(region);
            refuseOverlap(before, id, region, terms);
            return ChangingRegister.Change.quiet(
                    Period.proposed(id, region, author.proposal(1, PeriodRecord.Kind.DECLARED, terms, reason)));
        });
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 unless the period is declared and its lifting not published */
    Period lifting(
            Caller caller, CommandId command, String id, Function<Terms, Terms> wanted, @Nullable String reason) {
        return propose(caller, command, id, PeriodRecord.Kind.LIFTED, wanted, reason);
    }

    /** @throws org.nxsi.platform.web.ProblemException 409 unless the period is declared and the correction differs from it */
    Period correction(Caller caller, CommandId command, String id, Function<Terms, Terms> wanted, String reason) {
        return propose(caller, command, id, PeriodRecord.Kind.CORRECTED, wanted, reason);
    }

    private Period propose(
            Caller caller,
            CommandId command,
            String id,
            PeriodRecord.Kind kind,
            Function<Terms, Terms> wanted,
            @Nullable String reason) {
        caller.require(Role.ADMIN);
        Author author = Author.of(caller, command);
        return register.change(before -> {
            Period period = before.byId(id).orElseThrow(() -> Refusals.unknownPeriod(id));
            refuseOtherAreas(caller, period.region());
            Proposal pending = period.proposal();
            if (author.madeIt(pending)) {
                return ChangingRegister.Change.none(period);
            }
            refuseUnlessOpenTo(kind, period);
            if (pending != null) {
                throw Refusals.waitingFor(pending, period);
            }
            Terms terms = wanted.apply(period.terms());
            if (terms.equals(period.terms())) {
                throw Refusals.nothingCorrected(period);
            }
            refuseOverlap(before, id, period.region(), terms);
            return ChangingRegister.Change.quiet(
                    period.with(author.proposal(period.proposals() + 1, kind, terms, reason)));
        });
    }

    private static void refuseUnlessOpenTo(PeriodRecord.Kind kind, Period period) {
        if (!period.isDeclared()) {
            throw Refusals.notDeclared(period);
        }
        if (kind == PeriodRecord.Kind.LIFTED && period.state() == Period.State.LIFTED) {
            throw Refusals.liftedAlready(period);
        }
        if (period.records().size() >= Period.MOST_RECORDS) {
            throw Refusals.tooManyRecords(period);
        }
    }

    static void refuseOtherAreas(Caller caller, AreaCode region) {
        AreaCode own = caller.requireAgency();
        if (!own.contains(region)) {
            throw Refusals.areaNotYours(own.code());
        }
    }

    static void refuseOverlap(Register register, String id, AreaCode region, Terms terms) {
        register.inTheWayOf(id, region, terms).ifPresent(other -> {
            throw Refusals.overlaps(other);
        });
    }

    /** Who proposes, by which command. */
    private record Author(String person, String command) {

        static Author of(Caller caller, CommandId command) {
            return new Author(caller.actor(), command.derive("emergency-proposal"));
        }

        boolean madeIt(@Nullable Proposal proposal) {
            return proposal != null && proposal.command().equals(command);
        }

        Proposal proposal(int number, PeriodRecord.Kind kind, Terms terms, @Nullable String reason) {
            return new Proposal(
                    number, kind, terms, reason, person, Instant.now().truncatedTo(ChronoUnit.MILLIS), command);
        }
    }
}
