package org.nxsi.enrollment.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A paper being written, from top to bottom. What is long enough leaves for the next page; tables repeat their head. */
public final class Paper {

    static final float MARGIN = 48;
    static final Color RULE = new Color(0x70, 0x70, 0x70);

    private static final Color HEAD = new Color(0xec, 0xee, 0xf1);
    private static final float TOP = 44;
    private static final float BOTTOM = 66;
    private static final float SLACK = 8;

    private final Document document;
    private final PdfWriter writer;
    private final Typeface typeface = Typeface.ours();
    private final List<String> notes = new ArrayList<>();

    private Paper(Document document, PdfWriter writer) {
        this.document = document;
        this.writer = writer;
    }

    /** A fact and what it is called. */
    public record Fact(String name, String value) {}

    /**
     * A whole paper: the front, then whatever is written, then the place for the seal.
     *
     * @return PDF
     */
    public static byte[] write(Front front, Consumer<Paper> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, TOP, BOTTOM);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Margins(front));
        document.addTitle(front.title());
        document.addAuthor(front.agency());
        document.addSubject(front.number());
        document.open();
        Paper paper = new Paper(document, writer);
        paper.title(front);
        content.accept(paper);
        paper.end(front);
        document.close();
        return out.toByteArray();
    }

    private void title(Front front) {
        document.add(paragraph(front.title(), 20, Typeface.INK, Element.ALIGN_CENTER, 0, 6));
        document.add(paragraph(front.agency(), 11, Typeface.INK, Element.ALIGN_CENTER, 0, 10));
        facts(
                null,
                List.of(
                        new Fact("编　　号", front.number()),
                        new Fact("验 证 码", front.code()),
                        new Fact("打印日期", Dates.chinese(front.issuedOn())),
                        new Fact("有效期至", Dates.chinese(front.expiresOn()))));
    }

    /** Two facts a line. @param heading null where the paper's title says it */
    public void facts(@Nullable String heading, List<Fact> facts) {
        PdfPTable table = table(new float[] {15, 34, 18, 33});
        heading(table, heading);
        for (Fact each : facts) {
            table.addCell(cell(each.name(), Column.Side.CENTRE, true));
            table.addCell(cell(each.value(), Column.Side.LEFT, false));
        }
        if (facts.size() % 2 != 0) {
            table.addCell(cell("", Column.Side.LEFT, true));
            table.addCell(cell("", Column.Side.LEFT, false));
        }
        document.add(table);
    }

    /** A page's rows leave as soon as the page is full: a long table is never whole in memory. Each page begins with the head. */
    public void table(String heading, List<Column> columns, Iterable<List<String>> rows) {
        PdfPTable page = head(heading, columns);
        float space = writer.getVerticalPosition(true) - document.bottom();
        float used = page.getTotalHeight();
        int onPage = 0;
        for (List<String> row : rows) {
            float height = add(page, columns, row);
            if (used + height > space - SLACK) {
                page.deleteLastRow();
                if (onPage > 0) {
                    document.add(page);
                }
                document.newPage();
                page = head(heading, columns);
                used = page.getTotalHeight();
                space = document.top() - document.bottom();
                height = add(page, columns, row);
                onPage = 0;
            }
            used += height;
            onPage++;
        }
        document.add(page);
    }

    private PdfPTable head(String heading, List<Column> columns) {
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).width();
        }
        PdfPTable table = table(widths);
        heading(table, heading);
        columns.forEach(each -> table.addCell(cell(each.title(), Column.Side.CENTRE, true)));
        table.setTotalWidth(document.right() - document.left());
        return table;
    }

    /** @return the row's height */
    private float add(PdfPTable table, List<Column> columns, List<String> row) {
        for (int i = 0; i < columns.size(); i++) {
            table.addCell(cell(row.get(i), columns.get(i).side(), false));
        }
        return table.getRowHeight(table.size() - 1);
    }

    /** Numbered remarks; they stand with the seal, so that no seal is alone on a page. */
    public void notes(List<String> some) {
        notes.addAll(some);
    }

    private void end(Front front) {
        PdfPTable end = table(new float[] {1});
        end.setKeepTogether(true);
        heading(end, notes.isEmpty() ? null : "说明");
        int number = 0;
        for (String each : notes) {
            PdfPCell cell = new PdfPCell(typeface.phrase(++number + ". " + each, 9, Typeface.INK));
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            cell.setPaddingBottom(5);
            end.addCell(cell);
        }
        PdfPCell seal = new PdfPCell(Seal.of(front, writer));
        seal.setBorder(Rectangle.NO_BORDER);
        seal.setPadding(0);
        seal.setPaddingTop(8);
        end.addCell(seal);
        document.add(end);
    }

    /** A row without border, that stays with its table and comes again with its head. */
    private void heading(PdfPTable table, @Nullable String text) {
        if (text != null) {
            PdfPCell cell = new PdfPCell(typeface.phrase(text, 11, Typeface.INK));
            cell.setColspan(table.getNumberOfColumns());
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            cell.setPaddingTop(6);
            cell.setPaddingBottom(6);
            table.addCell(cell);
        }
    }

    private Paragraph paragraph(String text, float size, Color color, int side, float before, float after) {
        Paragraph paragraph = new Paragraph(typeface.phrase(text, size, color));
        paragraph.setLeading(size * 1.4f);
        paragraph.setAlignment(side);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static PdfPTable table(float[] widths) {
        PdfPTable table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(6);
        table.setSplitLate(true);
        return table;
    }

    private PdfPCell cell(String text, Column.Side side, boolean head) {
        PdfPCell cell = new PdfPCell(typeface.phrase(text, 9, Typeface.INK));
        cell.setHorizontalAlignment(
                switch (side) {
                    case LEFT -> Element.ALIGN_LEFT;
                    case CENTRE -> Element.ALIGN_CENTER;
                    case RIGHT -> Element.ALIGN_RIGHT;
                });
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPadding(4);
        cell.setPaddingBottom(6);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderWidth(0.6f);
        cell.setBorderColor(RULE);
        if (head) {
            cell.setBackgroundColor(HEAD);
        }
        return cell;
    }
}
