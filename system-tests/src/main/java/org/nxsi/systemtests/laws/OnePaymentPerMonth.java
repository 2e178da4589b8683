package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/** A payee's month of a scheme is paid once, whoever pays it: regular, in advance or again; never two of them. */
final class OnePaymentPerMonth implements Law {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Set<String> COMES_TO_NOTHING = Set.of("RETURNED", "WITHHELD", "EXCEPTION");

    @Override
    public String name() {
        return "one-payment-per-month";
    }

    @Override
    public String source() {
        return "rule 3: regular or advance, never both";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Fingerprints months = new Fingerprints();
        for (Instruction each : evidence.instructions()) {
            if (pays(each)) {
                months.add(month(each));
            }
        }
        Set<Long> suspects = months.repeated();
        Map<String, List<String>> paying = new HashMap<>();
        for (Instruction each : evidence.instructions()) {
            if (pays(each) && suspects.contains(Fingerprints.of(month(each)))) {
                paying.computeIfAbsent(month(each), any -> new ArrayList<>()).add(each.id());
            }
        }
        List<Breach> breaches = new ArrayList<>();
        paying.forEach((month, instructions) -> {
            if (instructions.size() > 1) {
                breaches.add(Breach.of(month, "is paid by %d instructions: %s", instructions.size(), instructions));
            }
        });
        return breaches;
    }

    private static boolean pays(Instruction each) {
        return !COMES_TO_NOTHING.contains(each.status())
                && MONTH.matcher(each.slot()).matches();
    }

    private static String month(Instruction each) {
        return each.payee() + "|" + each.scheme() + "|" + each.slot();
    }
}
