package org.nxsi.enrollment.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** The file that a request's body is. */
public final class FileBody {

    private FileBody() {}

    /**
     * Reads as much as a file may have, and one byte more to see that it has more.
     *
     * @throws ProblemException see {@link Sheet#read}; 400 {@code upload-broken-off}
     */
    public static SentRows rows(HttpServletRequest request, List<Column> columns) {
        if (request.getContentLengthLong() > SheetLimits.BODY_BYTES) {
            throw SheetProblem.tooLarge("文件不得超过 " + SheetLimits.BODY_BYTES + " 字节");
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(SheetLimits.BODY_BYTES + 1);
        } catch (IOException brokenOff) {
            throw Problem.of(400, "upload-broken-off", "the file did not arrive whole; nothing was done")
                    .exception();
        }
        return SentRows.ofFile(body, request.getContentType(), columns);
    }
}
