package org.nxsi.platform.partner;

/** Asks a bank what became of an order (查询查复, RULES 5.1 E08); answered by a {@link PaymentStatusReport}. */
public record Inquiry(String messageId) {

    public Inquiry {
        Iso.text(messageId, Iso.MAX_ID, "messageId");
    }

    /** @throws MalformedMessage unless an inquiry */
    public static Inquiry read(byte[] json) {
        return PartnerJson.read(json, Inquiry.class);
    }

    public byte[] write() {
        return PartnerJson.write(this);
    }
}
