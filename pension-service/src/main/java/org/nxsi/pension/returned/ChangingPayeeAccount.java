package org.nxsi.pension.returned;

import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;

/**
 * An approved account becomes the beneficiary's for the months to come. The correction first remembers what it
 * replaces. Of several corrections the one that was approved last stands, in whatever order the messages come.
 */
@Component
class ChangingPayeeAccount implements WorkHandler {

    static final String TO_CHANGE = "pension.payee-account-to-change";

    private static final int ATTEMPTS = 20;

    private final ReturnedPayments returned;
    private final Beneficiaries beneficiaries;

    ChangingPayeeAccount(ReturnedPayments returned, Beneficiaries beneficiaries) {
        this.returned = returned;
        this.beneficiaries = beneficiaries;
    }

    @Override
    public String type() {
        return TO_CHANGE;
    }

    @Override
    public void handle(ReceivedEvent work) {
        ReturnedPayment payment = returned.byId(work.subject());
        if (payment == null || payment.decision() == null || payment.proposal() == null) {
            throw new PoisonousEvent("no approved correction of " + work.subject());
        }
        Beneficiaries.AccountChange change = new Beneficiaries.AccountChange(
                Beneficiary.idOf(payment.payee(), payment.scheme()),
                payment.approvedAccount(),
                payment.id(),
                payment.decision().at());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Beneficiary now = beneficiaries.unlessCorrectedSince(change);
            if (now == null || now.account().equals(change.account())) {
                return;
            }
            returned.remember(payment.id(), new ReturnedPayment.Replaced(now.account(), now.version()));
            if (beneficiaries.correct(now, change)) {
                return;
            }
        }
        throw new com.mongodb.MongoException("a beneficiary keeps changing under a correction; to be tried again");
    }
}
