package org.nxsi.simulators.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.partner.PaymentStatusReport.Line;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.simulators.bank.Bank.BookedOrder;
import org.nxsi.simulators.desk.BankDesk;

/** Every payment in the banks' books, a page at a time, in the order of booking. */
final class BookEntries {

    private static final int USUAL_LIMIT = 500;
    private static final int MAX_LIMIT = 5_000;

    private final SequencedMap<String, BankDesk> desks;

    BookEntries(SequencedMap<String, BankDesk> desks) {
        this.desks = desks;
    }

    /**
     * Where a page starts.
     *
     * @param order the bank's n-th booked order, from 0
     * @param payment in that order, from 0
     */
    private record Cursor(int order, int payment) {

        static Cursor parse(String text) {
            try {
                int dot = text.indexOf('.');
                return new Cursor(
                        Integer.parseInt(text.substring(0, Math.max(0, dot))),
                        Integer.parseInt(text.substring(dot + 1)));
            } catch (NumberFormatException e) {
                throw new Refusal(400, "bad-cursor", "not a cursor of this list");
            }
        }

        @Override
        public String toString() {
            return order + "." + payment;
        }
    }

    Answer page(Request request) throws IOException {
        BankDesk desk = desks.get(request.query("bank", ""));
        if (desk == null) {
            throw new Refusal(400, "bad-parameter", "bank must be the code of a bank");
        }
        int limit = request.number("limit", USUAL_LIMIT, MAX_LIMIT);
        Cursor at = Cursor.parse(request.query("cursor", "0.0"));
        List<Map<String, Object>> items = new ArrayList<>();
        Cursor next = at;
        Optional<BookedOrder> order = desk.bank().bookedOrder(at.order());
        while (order.isPresent() && items.size() < limit) {
            List<Line> payments = order.get().payments();
            int from = next.payment();
            int to = Math.min(payments.size(), from + limit - items.size());
            for (Line line : payments.subList(Math.min(from, to), to)) {
                items.add(item(desk, order.get().messageId(), line));
            }
            next = to < payments.size() ? new Cursor(next.order(), to) : new Cursor(next.order() + 1, 0);
            order = desk.bank().bookedOrder(next.order());
        }
        return answer(items, order.isPresent() ? next : null);
    }

    private static Answer answer(List<Map<String, Object>> items, @Nullable Cursor next) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        if (next != null) {
            answer.put("next", next.toString());
        }
        return Answer.json(answer);
    }

    private static Map<String, Object> item(BankDesk desk, String messageId, Line line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("bank", desk.bank().name().code());
        item.put("messageId", messageId);
        item.put("block", line.block());
        item.put("endToEndId", line.endToEndId());
        item.put("account", line.account());
        item.put("amountFen", line.amount().amount_fen());
        item.put("state", line.status() == TransactionStatus.RJCT ? "RETURNED" : "CREDITED");
        if (line.reason() != null) {
            item.put("reason", line.reason());
        }
        item.put("date", String.valueOf(line.bookedOn()));
        return item;
    }
}
