package org.nxsi.enrollment.sheet;

/**
 * A column that a list may have. Its head is the title that people know or the key that programs use.
 *
 * @param key such as {@code hiredOn}
 * @param title such as 用工日期
 * @param required whether the list must have it; a required column may still have empty cells
 */
public record Column(String key, String title, boolean required) {

    public static Column required(String key, String title) {
        return new Column(key, title, true);
    }

    public static Column optional(String key, String title) {
        return new Column(key, title, false);
    }

    boolean isHeadedBy(String head) {
        return head.equals(title) || head.equals(key);
    }
}
