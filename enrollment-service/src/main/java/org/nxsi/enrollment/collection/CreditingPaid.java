package org.nxsi.enrollment.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsi.enrollment.account.ArrivedLine;
import org.nxsi.enrollment.account.Crediting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Credits the persons of dues that are paid in full. The due is marked only when all of its persons have their credit:
 * killed in between, they are credited again, which changes nothing. A due whose money went away afterwards stays credited
 * and is listed for people; a later revision that is paid brings the difference.
 */
@Component
class CreditingPaid {

    private static final Logger log = LoggerFactory.getLogger(CreditingPaid.class);

    /** Dues looked at together. */
    private static final int AT_ONCE = 500;

    /** Lines that wait to be credited together. */
    private static final int LINES = 1_000;

    /** Dues that cannot be credited now must not keep others from their turn; so many, and the rest waits too. */
    private static final int MOST_PASSED_OVER = 5_000;

    private final Dues dues;
    private final PaidLines lines;
    private final Crediting crediting;
    private final PostingToDues posting;

    CreditingPaid(Dues dues, PaidLines lines, Crediting crediting, PostingToDues posting) {
        this.dues = dues;
        this.lines = lines;
        this.crediting = crediting;
        this.posting = posting;
    }

    /** All that can be credited now. @param alive asked between pages; false ends it early */
    void creditAll(Alive alive) {
        Set<String> passedOver = new HashSet<>();
        while (passedOver.size() < MOST_PASSED_OVER && alive.goesOn()) {
            List<Due> some = dues.toCredit(passedOver, AT_ONCE);
            if (some.isEmpty()) {
                return;
            }
            passedOver.addAll(credit(some, alive));
        }
    }

    /** Whether to go on: another may have taken over, or the service stops. */
    @FunctionalInterface
    interface Alive {

        boolean goesOn();
    }

    /** @return those that could not be credited */
    private Set<String> credit(List<Due> some, Alive alive) {
        Bulk bulk = new Bulk();
        Map<String, List<ArrivedLine>> ofPersons = lines.ofPersons(some.stream()
                .filter(each -> PaidLines.isOfOnePerson(each.payer()))
                .toList());
        for (Due due : some) {
            if (!alive.goesOn()) {
                break;
            }
            try {
                if (add(due, ofPersons, bulk)) {
                    bulk.complete(due);
                } else {
                    bulk.passOver(due);
                }
            } catch (RuntimeException failed) {
                log.warn("{} is credited later: {}", due.id(), failed.toString());
                bulk.passOver(due);
            }
        }
        bulk.finish();
        return bulk.passedOver;
    }

    /** @return false if its sheet is being assessed anew */
    private boolean add(Due due, Map<String, List<ArrivedLine>> ofPersons, Bulk bulk) {
        if (!PaidLines.isOfOnePerson(due.payer())) {
            return lines.each(due, bulk::add);
        }
        List<ArrivedLine> own = ofPersons.get(due.id());
        if (own == null) {
            return false;
        }
        bulk.add(own);
        return true;
    }

    /** Lines of several small dues are credited together; a due is marked after its last line. */
    private final class Bulk {

        private final List<ArrivedLine> waiting = new ArrayList<>();
        private final Map<String, Integer> complete = new HashMap<>();
        private final Set<String> passedOver = new HashSet<>();

        void add(Collection<ArrivedLine> more) {
            waiting.addAll(more);
            if (waiting.size() >= LINES) {
                flush();
            }
        }

        void complete(Due due) {
            complete.put(due.id(), due.revision());
        }

        void passOver(Due due) {
            passedOver.add(due.id());
        }

        void finish() {
            try {
                flush();
            } catch (RuntimeException failed) {
                log.warn("dues are credited later: {}", failed.toString());
            }
        }

        /** If it fails, none of the dues whose lines were in it is marked. */
        private void flush() {
            List<ArrivedLine> now = List.copyOf(waiting);
            Map<String, Integer> done = Map.copyOf(complete);
            waiting.clear();
            complete.clear();
            passedOver.addAll(done.keySet());
            crediting.arrived(now);
            if (!done.isEmpty()) {
                posting.change(done.keySet(), due -> due.credited(done.getOrDefault(due.id(), 0)));
            }
            passedOver.removeAll(done.keySet());
        }
    }
}
