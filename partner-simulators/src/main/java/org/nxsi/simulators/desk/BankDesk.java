package org.nxsi.simulators.desk;

import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.OpenedMessage;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.simulators.bank.Bank;
import org.nxsi.simulators.faults.Fault;
import org.nxsi.simulators.faults.Faults;
import org.nxsi.simulators.faults.WrongSignature;

/**
 * A bank with its keys.
 *
 * @param faults what this bank does wrong on purpose
 */
public record BankDesk(Bank bank, Seal seal, Faults faults) {

    /**
     * Looks at an envelope, and into it only if it is the bureau's.
     *
     * @throws org.nxsi.platform.partner.MalformedMessage if it is no envelope
     * @throws org.nxsi.platform.partner.UntrustedMessage if it is not the bureau's to this bank
     */
    public OpenedMessage open(byte[] envelope, MessageType type) {
        return seal.open(SealedMessage.fromJson(envelope), PartnerKeys.BUREAU, type);
    }

    public SealedMessage sealed(MessageType type, String messageId, byte[] content) {
        return seal.seal(PartnerKeys.BUREAU, type, messageId, content);
    }

    /**
     * Seals a report.
     *
     * @param occasion what the signature fault strikes by: answer, inquiry and callback are three
     */
    public SealedMessage sealed(PaymentStatusReport report, String occasion) {
        SealedMessage message = sealed(MessageType.PAYMENT_STATUS_REPORT, report.messageId(), report.write());
        boolean wrong = faults.strikesOnce(Fault.WRONG_SIGNATURE, occasion + "/" + report.messageId());
        return wrong ? WrongSignature.on(message) : message;
    }
}
