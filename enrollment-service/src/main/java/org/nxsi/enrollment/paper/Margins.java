package org.nxsi.enrollment.paper;

import java.awt.Color;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What stands around the text of every page: number, page x of y, how to verify; and across it 样例 where it is one. */
final class Margins extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final Color WATERMARK = new Color(0xc8, 0x32, 0x32);

    private final Front front;
    private final Typeface typeface = Typeface.ours();
    private @Nullable PdfTemplate total;

    Margins(Front front) {
        this.front = front;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        Rectangle page = document.getPageSize();
        PdfContentByte over = writer.getDirectContent();
        float left = Paper.MARGIN;
        float right = page.getWidth() - Paper.MARGIN;
        over.setLineWidth(0.6f);
        over.setColorStroke(Paper.RULE);
        over.moveTo(left, 54);
        over.lineTo(right, 54);
        over.stroke();
        text(over, "编号 " + front.number() + "　验证码 " + front.code(), left, 42, Element.ALIGN_LEFT);
        text(over, "持本件者可在 " + front.verifyAt() + " 核验真伪", left, 30, Element.ALIGN_LEFT);
        BaseFont plain = typeface.plain();
        String before = "第 " + writer.getPageNumber() + " 页　共 ";
        float start = right - plain.getWidthPoint(before, SIZE) - 30;
        text(over, before, start, 42, Element.ALIGN_LEFT);
        over.addTemplate(Objects.requireNonNull(total), start + plain.getWidthPoint(before, SIZE), 42);
        if (front.sample()) {
            watermark(writer.getDirectContentUnder(), page);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        String pages = (writer.getPageNumber() - 1) + " 页";
        PdfTemplate place = Objects.requireNonNull(total);
        place.beginText();
        place.setFontAndSize(typeface.plain(), SIZE);
        place.setColorFill(Typeface.PALE);
        place.setTextMatrix(0, 0);
        place.showText(pages);
        place.endText();
    }

    private void text(PdfContentByte over, String text, float x, float y, int side) {
        ColumnText.showTextAligned(over, side, typeface.phrase(text, SIZE, Typeface.PALE), x, y, 0);
    }

    private void watermark(PdfContentByte under, Rectangle page) {
        under.saveState();
        PdfGState faint = new PdfGState();
        faint.setFillOpacity(0.10f);
        under.setGState(faint);
        under.beginText();
        under.setColorFill(WATERMARK);
        under.setFontAndSize(typeface.plain(), 150);
        under.showTextAligned(Element.ALIGN_CENTER, "样例", page.getWidth() / 2, page.getHeight() / 2 - 60, 45);
        under.endText();
        under.restoreState();
    }
}
