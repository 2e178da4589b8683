package org.nxsi.platform.identity;

/** What can be wrong with an identifier. The code is stable; the text is for people. */
public enum IdentifierProblem {
    SOCIAL_NUMBER_LENGTH("social-number-length", "社会保障号码应为18位"),
    SOCIAL_NUMBER_CHARACTERS("social-number-characters", "社会保障号码应为17位数字加1位数字或X"),
    SOCIAL_NUMBER_AREA("social-number-area", "社会保障号码的地区码不能以0开头"),
    SOCIAL_NUMBER_DATE("social-number-date", "社会保障号码中的出生日期不存在"),
    SOCIAL_NUMBER_CHECK_DIGIT("social-number-check-digit", "社会保障号码校验位不符"),
    CREDIT_CODE_LENGTH("credit-code-length", "统一社会信用代码应为18位"),
    CREDIT_CODE_CHARACTERS("credit-code-characters", "统一社会信用代码含有不允许的字符"),
    CREDIT_CODE_CHECK_DIGIT("credit-code-check-digit", "统一社会信用代码校验位不符"),
    AREA_CODE_UNKNOWN("area-code-unknown", "行政区划代码不在代码表中"),
    BANK_ACCOUNT_LENGTH("bank-account-length", "银行账号应为8至32位"),
    BANK_ACCOUNT_CHARACTERS("bank-account-characters", "银行账号只能由数字组成"),
    PERSON_NAME_EMPTY("person-name-empty", "姓名不能为空"),
    PERSON_NAME_LENGTH("person-name-length", "姓名过长"),
    PERSON_NAME_CHARACTERS("person-name-characters", "姓名含有不可显示的字符"),
    PERSON_ID_FORM("person-id-form", "人员标识格式不符");

    private final String code;
    private final String text;

    IdentifierProblem(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Stable code for answers and reports, for example {@code social-number-check-digit}. */
    public String code() {
        return code;
    }

    /** Chinese text that never contains the wrong value itself. */
    public String text() {
        return text;
    }
}
