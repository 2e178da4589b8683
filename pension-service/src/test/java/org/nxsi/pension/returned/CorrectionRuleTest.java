package org.nxsi.pension.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.returned.CorrectionRule.Wanted;

class CorrectionRuleTest {

    private static final PayeeAccount OLD = new PayeeAccount("102", "6222000000000001", "买买提·依明");

    @ParameterizedTest
    @ValueSource(strings = {"买买提·依明", "买买提•依明", "买买提・依明", "  买买提·依明 ", "买买提 · 依明"})
    void the_holder_is_the_payee_however_the_name_is_written(String holder) {
        assertThat(fault("E03", another(holder, null))).isNull();
    }

    @Test
    void another_holder_needs_a_reason() {
        assertThat(fault("E03", another("依明", null))).isEqualTo("holder-differs");
        assertThat(fault("E03", another("依明", " "))).isEqualTo("holder-differs");
        assertThat(fault("E03", another("依明", "监护人"))).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnReason.class,
            names = {"E04", "E05", "E07", "E08", "E09"})
    void what_the_bank_or_the_payee_can_clear_may_go_to_the_same_account_with_a_note(ReturnReason reason) {
        assertThat(fault(reason.name(), same("已解除挂失"))).isNull();
        assertThat(fault(reason.name(), same(""))).isEqualTo("missing-field");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnReason.class,
            names = {"E01", "E02", "E03", "E06"})
    void an_account_that_cannot_work_has_to_change(ReturnReason reason) {
        assertThat(fault(reason.name(), same("ok"))).isEqualTo("account-must-change");
        assertThat(fault(reason.name(), new Wanted(null, "102", OLD.number(), OLD.holder(), null, null)))
                .isEqualTo("account-unchanged");
    }

    @Test
    void bank_account_and_holder_are_checked_one_by_one() {
        assertThat(fault("E03", new Wanted(null, "999", "6222000000000002", OLD.holder(), null, null)))
                .isEqualTo("bank-unknown");
        assertThat(fault("E03", new Wanted(null, "102", "622", OLD.holder(), null, null)))
                .isEqualTo("bank-account-length");
        assertThat(fault("E03", new Wanted(null, "102", "6222000000000002", "", null, null)))
                .isEqualTo("person-name-empty");
        assertThat(fault("E04", new Wanted(true, "102", null, null, null, "note")))
                .isEqualTo("invalid-field");
    }

    private static Wanted another(String holder, @Nullable String holderReason) {
        return new Wanted(null, "103", "6222000000000002", holder, holderReason, null);
    }

    private static Wanted same(String note) {
        return new Wanted(true, null, null, null, null, note);
    }

    private static @Nullable String fault(String reason, Wanted wanted) {
        CorrectionRule.Fault fault =
                CorrectionRule.fault(wanted, OLD, reason, OLD.holder(), List.of("102", "103")::contains);
        return fault == null ? null : fault.code();
    }
}
