package org.nxsi.pension.returned;

import org.jspecify.annotations.Nullable;

/** Why a bank returns a payment (RULES 5.1), and whether the same account can work next time once that is cleared. */
public enum ReturnReason {
    E01("户名不符", false),
    E02("账号不存在", false),
    E03("销户", false),
    E04("账户挂失、冻结或睡眠", true),
    E05("证件不符", true),
    E06("行号错误", false),
    E07("超限额", true),
    E08("超时未知", true),
    E09("重复流水", true);

    private final String text;
    private final boolean clearable;

    ReturnReason(String text, boolean clearable) {
        this.text = text;
        this.clearable = clearable;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** Whether the payee and the bank can remove the reason without another account. */
    boolean isClearable() {
        return clearable;
    }

    /** The reason with this code; null for a code that a bank made up. */
    static @Nullable ReturnReason find(@Nullable String code) {
        for (ReturnReason reason : values()) {
            if (reason.name().equals(code)) {
                return reason;
            }
        }
        return null;
    }

    /** For people, also for a code that a bank made up. */
    public static String textOf(@Nullable String code) {
        ReturnReason reason = find(code);
        return reason == null ? "其他原因" : reason.text;
    }
}
