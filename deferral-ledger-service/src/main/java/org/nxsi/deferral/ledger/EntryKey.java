package org.nxsi.deferral.ledger;

import org.nxsi.platform.money.Month;

/**
 * What there is one entry of: subject, kind and month.
 *
 * @param subjectId credit code of an employer, else the opaque person id
 * @param month the month that it belongs to (费款所属期); of a yearly payment the month in which it was due
 */
public record EntryKey(SubjectKind subjectKind, String subjectId, Kind kind, Month month)
        implements Comparable<EntryKey> {

    private static final char SEPARATOR = '|';

    /** The entry's {@code _id}: {@code EMPLOYER|91640100MA7ABCD12N|CONTRIBUTION|2020-02}. */
    public String id() {
        return of(subjectKind, subjectId) + kind + SEPARATOR + month;
    }

    /** What all ids of a subject begin with. */
    static String of(SubjectKind kind, String subjectId) {
        return kind.name() + SEPARATOR + subjectId + SEPARATOR;
    }

    /** Behind all ids of a subject. */
    static String endOf(SubjectKind kind, String subjectId) {
        return kind.name() + SEPARATOR + subjectId + (char) (SEPARATOR + 1);
    }

    @Override
    public int compareTo(EntryKey other) {
        return id().compareTo(other.id());
    }
}
