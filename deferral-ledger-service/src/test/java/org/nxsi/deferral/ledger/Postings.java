package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Postings of an employer's contribution of February 2020, due on the 25th, for tests. */
final class Postings {

    static final EntryKey KEY =
            new EntryKey(SubjectKind.EMPLOYER, "91640100MA7ABCD12N", Kind.CONTRIBUTION, Month.parse("2020-02"));

    private static final Instant MORNING = Instant.parse("2020-02-26T01:00:00Z");

    private Postings() {}

    static Posting opened(String id, String scheme, @Nullable String amount) {
        return posting(id, Posting.Kind.OPENED, "2020-02-26", scheme, amount, List.of());
    }

    static Posting madeUp(String id, String scheme, @Nullable String amount, String on) {
        return posting(id, Posting.Kind.MADE_UP, on, scheme, amount, List.of());
    }

    static Posting assessed(String id, String scheme, String amount) {
        return posting(id, Posting.Kind.AMOUNT, "2020-04-01", scheme, amount, List.of());
    }

    static Posting withdrawn(String id) {
        return posting(id, Posting.Kind.WITHDRAWN, "2020-03-01", null, null, List.of());
    }

    static Posting reopened(String id, String... voids) {
        return posting(id, Posting.Kind.REOPENED, "2020-10-12", null, null, List.of(voids));
    }

    static Posting expired(String deadline, String on) {
        return posting(EntryFold.expiryId(LocalDate.parse(deadline)), Posting.Kind.EXPIRED, on, null, null, List.of());
    }

    static Posting normalRules(String id, String on) {
        return posting(id, Posting.Kind.NORMAL_RULES, on, null, null, List.of());
    }

    static Posting posting(
            String id,
            Posting.Kind kind,
            String on,
            @Nullable String scheme,
            @Nullable String amount,
            List<String> voids) {
        boolean opens = kind == Posting.Kind.OPENED;
        return new Posting(
                id,
                kind,
                MORNING,
                LocalDate.parse(on),
                scheme == null ? null : "640104",
                scheme,
                amount == null ? null : Fen.ofYuan(amount),
                opens ? LocalDate.parse("2020-02-25") : null,
                opens ? "EP-640000-1" : null,
                opens ? "疫情期间停工" : null,
                opens ? Channel.WINDOW : null,
                null,
                null,
                null,
                voids);
    }

    static PeriodEnd until(String deadline) {
        return new PeriodEnd(2, new Deadline(LocalDate.parse(deadline), LocalDate.parse(deadline), null));
    }

    static Entry entry(PeriodEnd end, Posting... postings) {
        return EntryFold.of(KEY, List.of(postings), end);
    }
}
