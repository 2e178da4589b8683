package org.nxsi.enrollment.paper;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** The end of a paper: how to verify it, and the place where the agency's electronic seal goes (电子印章, 国务院令第716号). */
final class Seal {

    private static final Color RED = new Color(0xb3, 0x1b, 0x1b);
    private static final float HEIGHT = 104;

    private Seal() {}

    static PdfPTable of(Front front, PdfWriter writer) {
        PdfPTable table = new PdfPTable(3);
        table.setWidths(new float[] {20, 45, 35});
        table.setWidthPercentage(100);
        table.addCell(code(front, writer));
        table.addCell(how(front));
        table.addCell(place(front));
        return table;
    }

    private static PdfPCell code(Front front, PdfWriter writer) {
        Image image = QrCode.of(front.verifyAt() + "/" + front.number() + "?code=" + front.code(), writer);
        image.scaleAbsolute(88, 88);
        PdfPCell cell = new PdfPCell(image, false);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    private static PdfPCell how(Front front) {
        PdfPCell cell = plain();
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        add(cell, "扫描二维码，或打开页脚网址输入编号和验证码，即可核验本件真伪。", 9);
        add(cell, "内容摘要（SHA-256）", 8);
        int half = front.digest().length() / 2;
        add(cell, front.digest().substring(0, half), 7);
        add(cell, front.digest().substring(half), 7);
        return cell;
    }

    private static PdfPCell place(Front front) {
        PdfPCell cell = new PdfPCell();
        cell.setFixedHeight(HEIGHT);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderColor(RED);
        cell.setBorderWidth(1);
        cell.setPadding(6);
        centred(cell, front.agency(), 9, Typeface.INK);
        centred(cell, front.sample() ? "印章区（样例，不具效力）" : "印章区", 10, RED);
        centred(cell, "电子印章位置", 8, Typeface.PALE);
        centred(cell, Dates.chinese(front.issuedOn()), 9, Typeface.INK);
        return cell;
    }

    private static void add(PdfPCell cell, String text, float size) {
        cell.addElement(Typeface.ours().phrase(text, size, Typeface.PALE));
    }

    private static void centred(PdfPCell cell, String text, float size, Color color) {
        Phrase phrase = Typeface.ours().phrase(text, size, color);
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingAfter(4);
        cell.addElement(paragraph);
    }

    private static PdfPCell plain() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(4);
        return cell;
    }
}
