package org.nxsi.simulators.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A line's form: eight hex digits of CRC-32C, a space, the text, a line end. */
final class JournalLine {

    static final int CHECKSUM_BYTES = 9;

    private JournalLine() {}

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Journal.MAX_LINE_BYTES || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not one line of at most " + Journal.MAX_LINE_BYTES + " bytes");
        }
        byte[] line = new byte[CHECKSUM_BYTES + bytes.length + 1];
        byte[] checksum = checksum(bytes, 0, bytes.length);
        System.arraycopy(checksum, 0, line, 0, CHECKSUM_BYTES);
        System.arraycopy(bytes, 0, line, CHECKSUM_BYTES, bytes.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** Whether the bytes from {@code from} to before the line end are a checksum and its text. */
    static boolean isIntact(byte[] bytes, int from, int lineEnd) {
        int text = from + CHECKSUM_BYTES;
        if (text > lineEnd) {
            return false;
        }
        byte[] checksum = checksum(bytes, text, lineEnd - text);
        return Arrays.equals(bytes, from, text, checksum, 0, CHECKSUM_BYTES);
    }

    private static byte[] checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        byte[] text = new byte[CHECKSUM_BYTES];
        for (int i = 0; i < CHECKSUM_BYTES - 1; i++) {
            text[i] = (byte) Character.forDigit((int) (crc.getValue() >>> (28 - 4 * i)) & 0xF, 16);
        }
        text[CHECKSUM_BYTES - 1] = ' ';
        return text;
    }
}
