package org.nxsi.enrollment.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.util.Map;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** A text as QR code, drawn in lines and not in dots: as sharp as the printer is. */
final class QrCode {

    private static final int QUIET = 2;

    private QrCode() {}

    /** @throws IllegalArgumentException for a text too long for a QR code */
    static Image of(String text, PdfWriter writer) {
        ByteMatrix modules = modules(text);
        int size = modules.getWidth() + 2 * QUIET;
        PdfTemplate drawn = writer.getDirectContent().createTemplate(size, size);
        drawn.setColorFill(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    drawn.rectangle(x + QUIET, size - y - QUIET - 1f, 1, 1);
                }
            }
        }
        drawn.fill();
        return Image.getInstance(drawn);
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code of " + text.length() + " characters", tooLong);
        }
    }
}
