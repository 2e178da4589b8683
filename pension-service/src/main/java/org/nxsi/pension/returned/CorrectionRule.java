package org.nxsi.pension.returned;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.platform.identity.BankAccount;
import org.nxsi.platform.identity.IdentifierProblem;
import org.nxsi.platform.identity.PersonName;

/** What a corrected account must be like (RULES 5.2: 户名 = 姓名). Plain values in, plain values out. */
final class CorrectionRule {

    private static final int LONGEST_TEXT = 200;

    private CorrectionRule() {}

    /** A correction as a clerk writes it; {@code sameAccount} and an account exclude each other. */
    record Wanted(
            @Nullable Boolean sameAccount,
            @Nullable String bank,
            @Nullable String account,
            @Nullable String holder,
            @Nullable String holderReason,
            @Nullable String note) {

        boolean isSameAccount() {
            return Boolean.TRUE.equals(sameAccount);
        }
    }

    /** What is wrong, in which field. */
    record Fault(String code, String field, String detail) {}

    /**
     * @param name the payee's name
     * @param partners whether there is such a bank
     * @return null if nothing is wrong
     */
    static @Nullable Fault fault(
            Wanted wanted, PayeeAccount returnedFrom, String reason, String name, Predicate<String> partners) {
        if (isTooLong(wanted.note())) {
            return new Fault("invalid-field", "note", "at most " + LONGEST_TEXT + " characters");
        }
        return wanted.isSameAccount() ? faultOfSame(wanted, reason) : faultOfNew(wanted, returnedFrom, name, partners);
    }

    /** @throws IllegalArgumentException if {@link #fault} finds any */
    static PayeeAccount account(Wanted wanted, PayeeAccount returnedFrom) {
        if (wanted.isSameAccount()) {
            return returnedFrom;
        }
        if (wanted.bank() == null || wanted.account() == null || wanted.holder() == null) {
            throw new IllegalArgumentException("no account");
        }
        return new PayeeAccount(
                wanted.bank(),
                BankAccount.parse(wanted.account()).number(),
                PersonName.parse(wanted.holder()).value());
    }

    private static @Nullable Fault faultOfSame(Wanted wanted, String reason) {
        if (wanted.bank() != null || wanted.account() != null || wanted.holder() != null) {
            return new Fault("invalid-field", "sameAccount", "the same account, or another one: not both");
        }
        ReturnReason known = ReturnReason.find(reason);
        if (known != null && !known.isClearable()) {
            return new Fault(
                    "account-must-change",
                    "sameAccount",
                    "returned for " + reason + " " + known.text() + ": the same account would be returned again");
        }
        return wanted.note() == null || wanted.note().isBlank()
                ? new Fault("missing-field", "note", "how was the reason of the return cleared?")
                : null;
    }

    private static @Nullable Fault faultOfNew(
            Wanted wanted, PayeeAccount returnedFrom, String name, Predicate<String> partners) {
        if (wanted.bank() == null || !partners.test(wanted.bank())) {
            return new Fault("bank-unknown", "bank", "not a partner bank");
        }
        IdentifierProblem number = BankAccount.check(wanted.account());
        if (number != null) {
            return new Fault(number.code(), "account", number.text());
        }
        IdentifierProblem holder = PersonName.check(wanted.holder());
        if (holder != null) {
            return new Fault(holder.code(), "holder", holder.text());
        }
        if (account(wanted, returnedFrom).equals(returnedFrom)) {
            return new Fault("account-unchanged", "account", "this is the account that the payment came back from");
        }
        return faultOfHolder(wanted, name);
    }

    private static @Nullable Fault faultOfHolder(Wanted wanted, String name) {
        if (isTooLong(wanted.holderReason())) {
            return new Fault("invalid-field", "holderReason", "at most " + LONGEST_TEXT + " characters");
        }
        boolean isPayee = PersonName.check(name) == null
                && PersonName.parse(String.valueOf(wanted.holder())).sameAs(PersonName.parse(name));
        boolean isReasoned =
                wanted.holderReason() != null && !wanted.holderReason().isBlank();
        return isPayee || isReasoned
                ? null
                : new Fault(
                        "holder-differs",
                        "holder",
                        "户名与姓名不符: the holder is not the payee; another holder needs a holderReason");
    }

    private static boolean isTooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }
}
