package org.nxsi.enrollment.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

/** Dues for tests of others: charged and paid as sheets and notices do it. */
public final class TestDues {

    private static final Instant AT = Instant.parse("2020-02-01T00:00:00Z");

    private TestDues() {}

    /** A posting that charges a sum, half of it the employer's, half the person's. */
    public static Posting charged(AreaCode area, int revision, String yuan, String dueDate) {
        Fen total = Fen.ofYuan(yuan);
        Fen employer = new Fen(total.amount_fen() / 2);
        Charged charged =
                new Charged("S", revision, area, employer, total.minus(employer), LocalDate.parse(dueDate), 1);
        return Posting.charged(charged, AT, LocalDate.parse("2020-02-01"));
    }

    public static Posting paid(String notice, String yuan, String on) {
        return Posting.paid("64|" + notice, AT, LocalDate.parse(on), Fen.ofYuan(yuan), Fen.ZERO);
    }

    public static Posting reversed(String notice, String on) {
        return Posting.reversed("64|" + notice, AT, LocalDate.parse(on));
    }

    public static Due post(DueKey key, AreaCode area, Posting... postings) {
        return Objects.requireNonNull(EnrollmentUnderTest.service()
                .part(PostingToDues.class)
                .post(Map.of(key, List.of(postings)), area)
                .get(key.id()));
    }

    public static Due now(DueKey key) {
        return Objects.requireNonNull(
                EnrollmentUnderTest.service().part(Dues.class).byId(key.id()));
    }

    /** A due without a store. */
    public static Due folded(DueKey key, AreaCode area, List<Posting> postings) {
        return DueFold.of(key, area, postings, Progress.NONE, 1);
    }
}
