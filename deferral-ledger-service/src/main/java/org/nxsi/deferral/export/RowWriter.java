package org.nxsi.deferral.export;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table from its first row to its last. Rows that were written are not kept. A table that is not
 * {@linkplain #finish finished} must not look as if it were whole, so there is no closing in passing.
 */
interface RowWriter {

    void row(List<String> cells) throws IOException;

    /** After the last row; leaves the stream open. */
    void finish() throws IOException;
}
