package org.nxsi.enrollment.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.account.AccountState;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.application.CaseNumbers;
import org.nxsi.enrollment.application.Promise;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.cases.CaseFile;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Takes in applications (网上申请, 宁人社办发〔2020〕2号 第五条): one at a time of each person. */
@Component
class ApplyingForTransfer {

    private static final int MOST_OF_PERSON = 20;
    private static final int ATTEMPTS = 3;

    private final TransferFiles transfers;
    private final PersonRegister register;
    private final Relations relations;
    private final Accounts accounts;
    private final CaseNumbers numbers;
    private final Promise promise;
    private final StepDays days;
    private final PolicyData policies;
    private final BusinessClock clock;

    ApplyingForTransfer(
            TransferFiles transfers,
            PersonRegister register,
            Relations relations,
            Accounts accounts,
            CaseNumbers numbers,
            Promise promise,
            StepDays days,
            PolicyData policies,
            BusinessClock clock) {
        this.transfers = transfers;
        this.register = register;
        this.relations = relations;
        this.accounts = accounts;
        this.numbers = numbers;
        this.promise = promise;
        this.days = days;
        this.policies = policies;
        this.clock = clock;
    }

    Transfer apply(PersonId asked, WantedTransfer.Checked wanted, String command, String by) {
        Known person = register.require(asked);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Transfer> before = transfers.ofPersons(register.idsOf(person.id()));
            Optional<Transfer> repeated = before.stream()
                    .filter(each -> each.command().equals(command))
                    .findFirst();
            if (repeated.isPresent()) {
                return repeated.get();
            }
            refuseSecond(before);
            refuse(person, wanted);
            int n = before.stream()
                            .filter(each -> each.person().equals(person.id()))
                            .mapToInt(Transfer::n)
                            .max()
                            .orElse(0)
                    + 1;
            Transfer first = first(person.id(), n, wanted, command, by);
            if (transfers.add(first)) {
                return first;
            }
        }
        throw Problem.of(503, "transfer-busy", "others apply for the same person: try again")
                .exception();
    }

    private Transfer first(PersonId person, int n, WantedTransfer.Checked wanted, String command, String by) {
        AreaCode area = wanted.places().area();
        Mark mark = days.mark(area, by);
        CaseFile file = CaseFile.submitted(
                numbers.next(area, mark.on()),
                TransferCase.ITEM,
                person.value(),
                promise.days(TransferCase.ITEM, area, mark.on()),
                mark.on(),
                by);
        Progress progress = new Progress(
                TransferState.APPLIED,
                mark.on(),
                mark.due(),
                List.of(new Progress.Step(TransferState.APPLIED, mark.on(), by, "网上申请")));
        return new Transfer(
                Transfer.idOf(person, n),
                command,
                person,
                wanted.places().direction(),
                Scheme.EMPLOYEE_PENSION,
                area,
                wanted.places().other(),
                wanted.claimedFrom(),
                wanted.claimedTo(),
                file,
                progress,
                Arrived.NOTHING,
                null,
                null,
                null,
                1);
    }

    private static void refuseSecond(List<Transfer> before) {
        before.stream().filter(each -> each.state().isOpen()).findFirst().ifPresent(open -> {
            throw Problem.conflict("transfer-open", "另一项转移申请正在办理")
                    .with("number", open.number())
                    .exception();
        });
        if (before.size() >= MOST_OF_PERSON) {
            throw Problem.conflict("transfer-history-full", "每人最多" + MOST_OF_PERSON + "项转移申请，请到窗口办理")
                    .exception();
        }
    }

    private void refuse(Known person, WantedTransfer.Checked wanted) {
        if (person.diedOn() != null) {
            throw Problem.of(422, "person-died", "该人员已登记死亡").exception();
        }
        boolean retired = accounts.find(person.id(), Scheme.EMPLOYEE_PENSION)
                .filter(each -> each.state() == AccountState.RETIRED)
                .isPresent();
        if (retired) {
            throw Problem.of(422, "already-retired", "已领取基本养老金，关系不再转移").exception();
        }
        Month first = firstMonthHere(person.id());
        switch (wanted.places().direction()) {
            case IN -> refuseIn(person, first, wanted.household());
            case OUT -> {
                if (first == null
                        && accounts.find(person.id(), Scheme.EMPLOYEE_PENSION).isEmpty()) {
                    throw Problem.of(422, "never-insured-here", "在宁夏没有企业职工基本养老保险关系，无可转出")
                            .at("from")
                            .exception();
                }
            }
        }
    }

    private void refuseIn(Known person, @Nullable Month first, @Nullable String household) {
        boolean householdHere = household != null && Places.isHere(household);
        if (householdHere) {
            return;
        }
        if (first == null) {
            throw Problem.of(422, "not-insured-here", "在宁夏尚未参加企业职工基本养老保险，户籍也未申明在宁夏")
                    .at("to")
                    .exception();
        }
        if (TemporaryAccount.applies(person.number(), first, ages())) {
            if (household == null) {
                throw Problem.badRequest("missing-field", "household", "首次参保年龄较大，须申明户籍地")
                        .under(TransferCase.CLAUSE)
                        .exception();
            }
            throw Problem.of(422, "temporary-account", "男满50周岁、女满40周岁首次在非户籍地参保的，建立临时缴费账户，关系不转入")
                    .under(TransferCase.CLAUSE)
                    .exception();
        }
    }

    private TemporaryAccount.Ages ages() {
        PolicyValue table = policies.find(
                "transfer.temporary_account_age", AreaCode.NINGXIA, Scheme.EMPLOYEE_PENSION.code(), clock.today());
        return new TemporaryAccount.Ages(
                table.row("male").intValueExact(), table.row("female").intValueExact());
    }

    private @Nullable Month firstMonthHere(PersonId person) {
        return relations.ofPerson(person).stream()
                .filter(each -> each.scheme() == Scheme.EMPLOYEE_PENSION)
                .map(each -> each.spells().getFirst().from())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
