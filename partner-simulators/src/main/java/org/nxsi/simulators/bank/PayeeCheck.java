package org.nxsi.simulators.bank;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.partner.AccountCheck;

/** Whether an account takes money for a name, and the return reason (RULES 5.1) if not. */
final class PayeeCheck {

    private final Accounts accounts;

    PayeeCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    AccountCheck.Result result(String number, String name) throws IOException {
        Optional<Account> account = accounts.find(number);
        return account.isEmpty() ? AccountCheck.Result.NO_ACCOUNT : result(account.get(), name);
    }

    /** Why the money comes back, E01 to E04; null if it stays there. */
    @Nullable
    String returnReason(String number, String name) throws IOException {
        return switch (result(number, name)) {
            case MATCH -> null;
            case NAME_MISMATCH -> "E01";
            case NO_ACCOUNT -> "E02";
            case CLOSED -> "E03";
            case FROZEN -> "E04";
        };
    }

    private static AccountCheck.Result result(Account account, String name) {
        return switch (account.state()) {
            case CLOSED -> AccountCheck.Result.CLOSED;
            case FROZEN -> AccountCheck.Result.FROZEN;
            case ABSENT -> AccountCheck.Result.NO_ACCOUNT;
            case NORMAL, OTHER_HOLDER ->
                HolderName.same(account.holder(), name) ? AccountCheck.Result.MATCH : AccountCheck.Result.NAME_MISMATCH;
        };
    }
}
