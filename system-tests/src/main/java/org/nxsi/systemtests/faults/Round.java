package org.nxsi.systemtests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.StackFailure;
import org.nxsi.platform.money.Month;
import org.nxsi.systemtests.evidence.AuditedSystem;
import org.nxsi.systemtests.evidence.NotSeen;
import org.nxsi.systemtests.laws.CheckingLaws;
import org.nxsi.systemtests.laws.Verdict;

/** One month under one script, to quiet and verdict. */
final class Round {

    private static final Month BEFORE_THE_FIRST = new Month(2020, 1);
    private static final int PAY_DAY = 10;
    private static final long WATCH_MS = 500;
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final String BANKS = "partner-simulators";
    private static final String REPLAY = "replay-changes-nothing";

    private final Script script;
    private final LocalStack stack;
    private final Relays relays;
    private final Matrix matrix;
    private final CampaignRoster roster;
    private final Duration limit;
    private final boolean isLast;
    private final Protocol protocol;
    private final PatientCalls calls;
    private final Clocks clocks;

    /** @param isLast after the last round everything is told a second time, which must change nothing */
    Round(
            Script script,
            LocalStack stack,
            Relays relays,
            Matrix matrix,
            CampaignRoster roster,
            Duration limit,
            boolean isLast,
            Protocol protocol) {
        this.script = script;
        this.stack = stack;
        this.relays = relays;
        this.matrix = matrix;
        this.roster = roster;
        this.limit = limit;
        this.isLast = isLast;
        this.protocol = protocol;
        this.calls = new PatientCalls(stack.addresses(), new Random(script.seed() + script.round()));
        this.clocks = new Clocks(calls);
    }

    /** Why it is not green, one line each; none if it is. */
    List<String> play() throws InterruptedException {
        AtomicReference<@Nullable String> death = new AtomicReference<>();
        Thread watch = watch(Thread.currentThread(), death);
        List<String> reasons = new ArrayList<>();
        try {
            reasons.addAll(month());
        } catch (RoundFailure | StackFailure | NotSeen failed) {
            reasons.add(String.valueOf(failed.getMessage()));
        } catch (InterruptedException stopped) {
            if (death.get() == null) {
                throw stopped;
            }
        } finally {
            watch.interrupt();
            relays.heal();
        }
        if (death.get() != null) {
            reasons.add(String.valueOf(death.get()));
        }
        protocol.note("stood in the way: " + calls.hindrances());
        return reasons;
    }

    private List<String> month() throws InterruptedException {
        Month month = BEFORE_THE_FIRST.plus(script.round());
        clocks.turnTo(month.day(PAY_DAY));
        changeBanks(script.bankFaults());
        Mischief mischief = new Mischief(script, stack, relays, clocks, matrix, protocol);
        MonthUnderFire under = new MonthUnderFire(calls, mischief, month);
        under.pay(roster.ofRound(script.round()));
        protocol.note("the run is " + under.status());
        mischief.end();
        relays.heal();
        Quiet quiet = new Quiet(stack.addresses(), calls);
        quiet.await();
        protocol.note("quiet");
        if (!under.isReconciled()) {
            protocol.note("the banks mend their statements, finance asks again");
            changeBanks(BankFaults.NONE);
            SettlingDifferences settling = new SettlingDifferences(calls);
            settling.matchDaysAgain();
            settling.settleStaleReports(under.run());
            under.reconcile();
            quiet.await();
            settling.open(under.run()).forEach(difference -> protocol.note("open: " + difference));
            protocol.note("the run is " + under.status());
        }
        List<String> reasons = new ArrayList<>(mischief.failures());
        if (!under.status().equals("CLOSED")) {
            reasons.add("run " + under.run() + " ended " + under.status());
        }
        Reply report = under.report();
        protocol.note("report: " + report.body());
        reasons.addAll(new BasicLaws(calls).breaches(under.run(), report));
        reasons.addAll(brokenLaws());
        return reasons;
    }

    /** A law that cannot be checked is none that holds, but for the one that is not asked for. */
    private List<String> brokenLaws() throws InterruptedException {
        CheckingLaws checking = CheckingLaws.of(AuditedSystem.local(stack.addresses()));
        List<Verdict> verdicts = (isLast ? checking.withReplay() : checking).check();
        Map<Verdict.State, Long> states =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::state, TreeMap::new, Collectors.counting()));
        protocol.note("laws: " + states);
        return verdicts.stream()
                .filter(verdict -> verdict.state() != Verdict.State.HOLDS)
                .filter(verdict -> isLast || !verdict.law().equals(REPLAY))
                .map(verdict -> verdict.law() + " " + verdict.state() + ": " + verdict.reason() + verdict.breaches())
                .toList();
    }

    /** Other banks, so to speak, with the same books. */
    private void changeBanks(String faults) throws InterruptedException {
        stack.kill(BANKS);
        stack.restart(BANKS, Map.of("NXSI_FAULTS", faults));
        stack.awaitReady(BANKS, READY_WITHIN);
    }

    /** Ends the round when a part dies that nobody killed, or when it takes too long. */
    private Thread watch(Thread round, AtomicReference<@Nullable String> death) {
        long end_ns = System.nanoTime() + limit.toNanos();
        return Thread.ofPlatform().daemon().name("watch").start(() -> {
            try {
                while (System.nanoTime() < end_ns) {
                    stack.requireAlive();
                    Thread.sleep(WATCH_MS);
                }
                death.set("longer than " + limit.toSeconds() + " s");
                round.interrupt();
            } catch (StackFailure died) {
                death.set(died.getMessage());
                round.interrupt();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
