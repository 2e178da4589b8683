package org.nxsi.pension.fund;

/** Accounts of the fund books, by their names in 社会保险基金会计制度 (财会〔2017〕28号). */
public enum Account {
    SPECIAL_ACCOUNT_DEPOSIT("财政专户存款"),
    PAYOUT_ACCOUNT_DEPOSIT("支出户存款"),
    TEMPORARY_RECEIPTS_TO_REISSUE("暂收款—待重发"),
    BENEFIT_EXPENDITURE_BASIC("社会保险待遇支出—基础养老金"),
    BENEFIT_EXPENDITURE_PERSONAL_ACCOUNT("社会保险待遇支出—个人账户养老金"),
    BENEFIT_EXPENDITURE_TRANSITIONAL("社会保险待遇支出—过渡性养老金"),
    BENEFIT_EXPENDITURE_SUBSIDY("社会保险待遇支出—补贴");

    private final String title;

    Account(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
