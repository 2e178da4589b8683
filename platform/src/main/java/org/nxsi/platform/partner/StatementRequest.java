package org.nxsi.platform.partner;

import java.time.LocalDate;

/**
 * Asks a bank for a page of a payout account's statement; answered by an {@link AccountStatement}.
 *
 * @param date the bank's business day
 * @param page from 1
 */
public record StatementRequest(String account, LocalDate date, int page) {

    public StatementRequest {
        Iso.text(account, Iso.MAX_ACCOUNT, "account");
        if (page < 1) {
            throw new MalformedMessage("pages count from 1");
        }
    }

    /** @throws MalformedMessage unless a statement request */
    public static StatementRequest read(byte[] json) {
        return PartnerJson.read(json, StatementRequest.class);
    }

    public byte[] write() {
        return PartnerJson.write(this);
    }
}
