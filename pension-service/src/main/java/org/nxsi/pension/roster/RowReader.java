package org.nxsi.pension.roster;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * Cuts a stream into rows, in memory that does not grow with the file. A line break ends a row wherever it stands: no
 * field of a roster holds one, and so a quote that is never closed spoils its own row and not the rest of the file.
 * In UTF-8 and GB 18030 alike no part of a longer character looks like a line break.
 */
final class RowReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final long limit_bytes;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final int rowLimit_bytes;
    private final byte[] row;
    private int at;
    private int end;
    private int length;
    private boolean tooLong;
    private int number;
    private long received_bytes;

    /**
     * @param limit_bytes longest file
     * @param rowLimit_bytes longest row without its line break
     */
    RowReader(InputStream in, long limit_bytes, int rowLimit_bytes) {
        this.in = in;
        this.limit_bytes = limit_bytes;
        this.rowLimit_bytes = rowLimit_bytes;
        this.row = new byte[rowLimit_bytes + 1];
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws ProblemException 413 {@code roster-too-large} once the file is longer than allowed
     */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean begun = false;
        while (at < end || fill()) {
            begun = true;
            int lineBreak = lineBreak();
            keep(lineBreak < 0 ? end : lineBreak);
            at = lineBreak < 0 ? end : lineBreak + 1;
            if (lineBreak >= 0) {
                break;
            }
        }
        if (begun) {
            number++;
            dropCarriageReturn();
        }
        return begun;
    }

    /** The row's number as a spreadsheet counts: the header is row 1. */
    int number() {
        return number;
    }

    /** The row's bytes are the first {@link #length} of these, until the next row. */
    byte[] bytes() {
        return row;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    long received_bytes() {
        return received_bytes;
    }

    /** Reads what is left, for its digest alone. */
    void skipRest() throws IOException {
        while (fill()) {
            at = end;
        }
    }

    /** SHA-256 of all that was read, in hex. To be asked once, at the end. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        if (read <= 0) {
            return false;
        }
        received_bytes += read;
        if (received_bytes > limit_bytes) {
            throw tooLarge(limit_bytes);
        }
        digest.update(buffer, 0, read);
        at = 0;
        end = read;
        return true;
    }

    static ProblemException tooLarge(long limit_bytes) {
        return Problem.of(
                        413, "roster-too-large", "a roster has at most " + limit_bytes + " bytes; nothing was applied")
                .exception();
    }

    private int lineBreak() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Keeps one byte more than a row may have, for the carriage return that is no part of it. */
    private void keep(int until) {
        int room = row.length - length;
        tooLong |= until - at > room;
        int kept = Math.min(until - at, room);
        System.arraycopy(buffer, at, row, length, kept);
        length += kept;
    }

    private void dropCarriageReturn() {
        if (length > 0 && row[length - 1] == '\r') {
            length--;
        }
        tooLong |= length > rowLimit_bytes;
    }

    /** A copy of the row. */
    byte[] copy() {
        return Arrays.copyOf(row, length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
