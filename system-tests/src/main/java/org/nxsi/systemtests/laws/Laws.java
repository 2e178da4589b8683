package org.nxsi.systemtests.laws;

import java.util.List;

/** All money laws, in the order in which a report lists them. */
public final class Laws {

    private static final List<Law> ALL = List.of(
            new EverybodyIsAccountedFor(),
            Completeness.inPersons(),
            Completeness.inFen(),
            new ControlTotalsAreFrozen(),
            new BatchesAreTheirInstructions(),
            new RunsAreTheirBatches(),
            new ThreePeople(),
            new OnePaymentPerObligation(),
            new OnePaymentPerMonth(),
            new EndToEndIdsAreOfKeys(),
            new OrdersAreWhatWasApproved(),
            new NoPaymentWithoutRelease(),
            new UnknownIsPursued(),
            new ReportsAreApplied(),
            new FinalWordsHaveReports(),
            new StatementsAreTheRuns(),
            new BookedOnce(),
            new BanksBooksAreOurs(),
            new EveryPaymentInBothBooks(),
            new PayoutBalancesAreTheBanks(),
            new PayoutAccountsAreNeverOverdrawn(),
            new VouchersBalance(),
            new OneVoucherPerMovement(),
            new VouchersAreTheInstructions(),
            new OwedAgainIsInTheBooks(),
            new ReturnedAreListed(),
            new AdvancesAreListed(),
            new OutboxesEmpty(),
            new EventsWereTold(),
            new NoDeadLetters(),
            new ReplayChangesNothing());

    private Laws() {}

    public static List<Law> all() {
        return ALL;
    }
}
