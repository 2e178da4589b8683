package org.nxsi.pension.instruction;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;

/**
 * What instructions of a batch have in common: fund, state, and the reports that brought their final words.
 *
 * @param settledBy report that brought the first final word; null while there is none
 * @param returnedBy report that brought the return; null if there was none
 * @param totals how many they are, and what they come to
 */
public record Word(
        Scheme scheme,
        InstructionStatus status,
        @Nullable String settledBy,
        @Nullable String returnedBy,
        Totals totals) {

    public static Totals total(Collection<Word> words, InstructionStatus status) {
        return words.stream()
                .filter(word -> word.status() == status)
                .map(Word::totals)
                .reduce(Totals.NONE, Totals::plus);
    }

    /** Sums by fund over the words that count; funds without any are left out. */
    public static Map<Scheme, Totals> byScheme(Collection<Word> words, Predicate<Word> counts) {
        Map<Scheme, Totals> sums = new EnumMap<>(Scheme.class);
        words.stream().filter(counts).forEach(word -> sums.merge(word.scheme(), word.totals(), Totals::plus));
        return sums;
    }
}
