package org.nxsi.enrollment.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.paper.Dates;
import org.springframework.web.util.HtmlUtils;

/** The page that verifies a printed record: one document, nothing from outside, no script. */
final class VerificationPage {

    private static final String STYLE = """
            :root{color-scheme:light}
            *{box-sizing:border-box}
            body{margin:0;background:#f3f5f8;color:#1a1a1a;font:18px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei",sans-serif}
            header{background:#0b4a8f;color:#fff;padding:20px 24px}
            header h1{margin:0;font-size:24px}
            main{max-width:760px;margin:24px auto;padding:0 16px}
            section{background:#fff;border:1px solid #d5dbe3;border-radius:6px;padding:20px 24px;margin-bottom:20px}
            .result{font-size:22px;font-weight:bold;margin:0}
            .yes{border-left:8px solid #1c7a3c}.no{border-left:8px solid #b31b1b}.late{border-left:8px solid #a15c00}
            .yes .result{color:#145c2c}.no .result{color:#961515}.late .result{color:#7a4600}
            dl{display:grid;grid-template-columns:9em 1fr;margin:0;gap:8px 16px}
            dt{color:#4a5563}dd{margin:0;overflow-wrap:anywhere}
            ul{margin:0;padding-left:1.2em}
            label{display:block;margin-bottom:6px}
            input{font:inherit;padding:8px 10px;width:100%;max-width:22em;border:1px solid #6b7684;border-radius:4px}
            button{font:inherit;margin-top:12px;padding:8px 28px;border:0;border-radius:4px;background:#0b4a8f;color:#fff}
            input:focus,button:focus{outline:3px solid #f2b233;outline-offset:2px}
            .sample{color:#961515}
            footer{max-width:760px;margin:0 auto 32px;padding:0 16px;color:#4a5563;font-size:16px}
            """;

    /** Nothing is loaded, run, framed or sent elsewhere; the one style is known by its digest. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private VerificationPage() {}

    /** @param asked whether somebody gave a code; if not, there is nothing to say yet */
    static String of(Verification found, boolean asked) {
        StringBuilder page = new StringBuilder(4_096);
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<title>社会保险权益记录核验</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<header><h1>社会保险权益记录核验</h1></header>\n<main>\n");
        if (found.genuine()) {
            genuine(page, found);
        } else if (asked) {
            page.append("<section class=\"no\" role=\"status\"><p class=\"result\">")
                    .append(text(found.result()))
                    .append("</p><p>请核对编号和验证码；确认无误仍查不到的，该件不是经办机构出具的权益记录。</p></section>\n");
        }
        if (!found.genuine()) {
            page.append("<section><form method=\"get\"><label for=\"code\">验证码（16位，见权益记录首页）</label>")
                    .append("<input id=\"code\" name=\"code\" required maxlength=\"40\" autocomplete=\"off\">")
                    .append("<br><button type=\"submit\">核验</button></form></section>\n");
        }
        return page.append("</main>\n<footer>核验结果以本页显示为准。咨询电话：12333。</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static void genuine(StringBuilder page, Verification found) {
        page.append("<section class=\"")
                .append(found.valid() ? "yes" : "late")
                .append("\" role=\"status\"><p class=\"result\">")
                .append(text(found.result()))
                .append("</p>");
        if (found.sample()) {
            page.append("<p class=\"sample\">样例：").append(text(Note.SAMPLE)).append("。</p>");
        }
        page.append("<p>请将下列内容与所持件逐项核对，不一致的以本页为准。</p></section>\n<section><dl>\n");
        line(page, "编号", found.number());
        line(page, "名称", found.title());
        line(page, "出具机构", found.agency());
        line(page, "持有人", found.holder());
        line(page, "记录期间", Dates.chinese(Objects.requireNonNull(found.from()), Objects.requireNonNull(found.to())));
        line(page, "打印日期", Dates.chinese(Objects.requireNonNull(found.issuedOn())));
        line(page, "有效期至", Dates.chinese(Objects.requireNonNull(found.expiresOn())));
        page.append("<dt>内容摘录</dt><dd><ul>");
        found.summary().forEach(each -> page.append("<li>").append(text(each)).append("</li>"));
        page.append("</ul></dd>\n");
        line(page, "内容摘要 SHA-256", found.digest());
        page.append("</dl></section>\n");
    }

    private static void line(StringBuilder page, String name, @Nullable String value) {
        page.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(text(value == null ? "" : value))
                .append("</dd>\n");
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
