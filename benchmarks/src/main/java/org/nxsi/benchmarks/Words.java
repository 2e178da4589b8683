package org.nxsi.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of a bench: {@code --name value}, numbers only. */
public final class Words {

    private final Map<String, Long> numbers = new HashMap<>();

    private Words() {}

    /** @throws IllegalArgumentException naming the word that cannot be understood */
    public static Words parse(List<String> words, Set<String> known) {
        Words parsed = new Words();
        for (int at = 0; at < words.size(); at += 2) {
            String option = words.get(at);
            if (!known.contains(option)) {
                throw new IllegalArgumentException("unknown option " + option + ", known are " + known);
            }
            if (at + 1 == words.size() || !words.get(at + 1).matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(option + " needs a number");
            }
            parsed.numbers.put(option, Long.valueOf(words.get(at + 1)));
        }
        return parsed;
    }

    public long number(String option, long otherwise) {
        return numbers.getOrDefault(option, otherwise);
    }
}
