package org.nxsi.enrollment.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final Path TARGET = Path.of("target");

    private static final Front FRONT = new Front(
            "个人社会保险权益记录",
            "宁夏回族自治区银川市兴庆区社会保险经办机构",
            "QY640104-20200210-482913057-3",
            "7K3D-9QWX-2MNP-F4TA",
            LocalDate.of(2020, 2, 10),
            LocalDate.of(2020, 5, 10),
            "https://rs.example.cn/public/v1/record-verifications",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            true);

    @Test
    void its_texts_are_read_back_and_every_letter_is_embedded() throws IOException {
        byte[] pdf = paper(3, "张明");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("个人社会保险权益记录", "宁夏回族自治区银川市兴庆区社会保险经办机构", FRONT.number(), FRONT.code())
                    .contains("张明", "3357.10", "足额到账", "第 1 页　共 1 页", "电子印章位置", "样例", FRONT.verifyAt());
            assertThat(fonts(document)).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts(document)).extracting(PDFont::getName).allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
        }
        assertThat(pdf.length).as("only what it uses is embedded").isLessThan(200_000);
    }

    @Test
    void it_is_seen_title_table_and_seal() throws IOException {
        byte[] pdf = paper(3, "张明");

        BufferedImage page = picture(pdf, 0, "paper.png");

        assertThat(inkIn(page, 0.25, 0.05, 0.75, 0.10)).as("title").isGreaterThan(0.01);
        assertThat(inkIn(page, 0.08, 0.12, 0.92, 0.35)).as("tables").isGreaterThan(0.02);
        assertThat(reddishIn(page, 0.60, 0.30, 0.95, 0.80)).as("the seal's box").isGreaterThan(0.0005);
        assertThat(inkIn(page, 0.0, 0.0, 0.05, 1.0)).as("the margin").isZero();
    }

    @Test
    void a_long_table_repeats_its_head_on_every_page_and_pages_are_counted() throws IOException {
        for (int rows = 185; rows < 225; rows++) {
            everyPageHasItsHead(paper(rows, "张明"));
        }
        picture(paper(200, "张明"), 1, "paper-2.png");
    }

    @Test
    void five_thousand_rows_are_a_paper_too() throws IOException {
        byte[] pdf = paper(5_000, "张明");

        everyPageHasItsHead(pdf);
        assertThat(pdf.length).isLessThan(3_000_000);
    }

    private static void everyPageHasItsHead(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(4);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertThat(text).contains("第 " + page + " 页　共 " + pages + " 页", FRONT.number());
                assertThat(text.contains("缴费基数")).isEqualTo(text.contains("3357.10"));
            }
        }
    }

    @Test
    void rare_characters_of_names_are_written_and_what_no_face_has_is_marked() throws IOException {
        String rare = "㐂䶮鿏𬱖𫍯";

        assertThat(Typeface.canWrite("马建国·买买提—ABC xyz 0123")).isTrue();
        assertThat(Typeface.canWrite(rare)).isTrue();
        assertThat(Typeface.canWrite("张\uE5E5")).isFalse();
        try (PDDocument document = Loader.loadPDF(paper(1, rare + "\uE5E5"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(rare + Typeface.UNKNOWN);
            assertThat(fonts(document)).allMatch(PDFont::isEmbedded);
        }
        picture(paper(1, rare + "\uE5E5"), 0, "paper-rare.png");
    }

    static byte[] paper(int rows, String name) {
        return Paper.write(FRONT, paper -> {
            paper.facts("基本信息", List.of(new Paper.Fact("姓　　名", name), new Paper.Fact("社会保障号码", "6401**********0011")));
            paper.table(
                    "缴费明细",
                    List.of(
                            Column.centre("年月", 14),
                            Column.left("缴费单位", 40),
                            Column.right("缴费基数", 16),
                            Column.centre("状态", 16)),
                    IntStream.range(0, rows)
                            .mapToObj(row -> List.of("2020年1月", "宁夏某某有限公司", "3357.10", "足额到账"))
                            .toList());
            paper.notes(List.of("延期月份不作中断。"));
        });
    }

    static BufferedImage picture(byte[] pdf, int page, String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 100);
            Files.createDirectories(TARGET);
            ImageIO.write(image, "png", TARGET.resolve(file).toFile());
            return image;
        }
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    /** How much of a part of the page is dark; the part in fractions of the page. */
    private static double inkIn(BufferedImage page, double left, double top, double right, double bottom) {
        return share(page, left, top, right, bottom, rgb -> luminance(rgb) < 140);
    }

    private static double reddishIn(BufferedImage page, double left, double top, double right, double bottom) {
        return share(
                page,
                left,
                top,
                right,
                bottom,
                rgb -> (rgb >> 16 & 255) > 140 && (rgb >> 8 & 255) < 110 && (rgb & 255) < 110);
    }

    private static double share(
            BufferedImage page, double left, double top, double right, double bottom, IntPredicate wanted) {
        int hits = 0;
        int all = 0;
        for (int x = (int) (left * page.getWidth()); x < right * page.getWidth(); x++) {
            for (int y = (int) (top * page.getHeight()); y < bottom * page.getHeight(); y++) {
                hits += wanted.test(page.getRGB(x, y)) ? 1 : 0;
                all++;
            }
        }
        return (double) hits / all;
    }

    private static int luminance(int rgb) {
        return ((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255)) / 10;
    }
}
