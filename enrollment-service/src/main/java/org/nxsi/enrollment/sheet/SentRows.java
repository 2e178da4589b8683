package org.nxsi.enrollment.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that somebody sent, as a file or as fields.
 *
 * @param digest of what was sent: the same command with other rows is another one
 */
public record SentRows(List<SheetRow> rows, String digest) {

    public SentRows {
        rows = List.copyOf(rows);
    }

    /** The rows of a file; see {@link Sheet#read}. */
    public static SentRows ofFile(byte[] body, @Nullable String contentType, List<Column> columns) {
        return new SentRows(Sheet.read(body, contentType, columns).rows(), sha256(body));
    }

    /** @param written all the fields, in any notation that is the same for the same fields */
    public static SentRows ofFields(List<SheetRow> rows, String written) {
        return new SentRows(rows, sha256(written.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
