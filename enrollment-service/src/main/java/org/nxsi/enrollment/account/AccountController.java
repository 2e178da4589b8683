package org.nxsi.enrollment.account;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts as staff see and order them: a clerk orders, another person confirms. */
@RestController
@RequestMapping("/admin/v1/accounts/{personId}/{scheme}")
class AccountController {

    private static final int SHORTEST_GROUND = 2;
    private static final int LONGEST_GROUND = 200;

    private final Accounts accounts;
    private final OrderingForAccount ordering;
    private final PersonRegister persons;
    private final BusinessClock clock;

    AccountController(Accounts accounts, OrderingForAccount ordering, PersonRegister persons, BusinessClock clock) {
        this.accounts = accounts;
        this.ordering = ordering;
        this.persons = persons;
        this.clock = clock;
    }

    /** @param amount of a take-over or draw-down; @param month of a draw-down */
    record Order(
            AccountOrder.Kind kind,
            @Nullable Fen amount,
            @Nullable Month month,
            String ground) {}

    record Step(AccountState from, AccountState to, LocalDate on, String ground, String by) {}

    record View(
            PersonId personId,
            Scheme scheme,
            AccountState state,
            String stateName,
            LocalDate openedOn,
            AccountCheck.Checked check,
            boolean provisional,
            List<Step> steps) {}

    record EntryView(
            String id,
            EntryKind kind,
            String kindName,
            int year,
            LocalDate on,
            Fen amount,
            @Nullable Month month,
            @Nullable String due,
            @Nullable InterestGround interest,
            @Nullable String ground,
            Instant recordedAt) {

        static EntryView of(AccountEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.kind(),
                    entry.kind().title(),
                    entry.year(),
                    entry.on(),
                    entry.amount(),
                    entry.month(),
                    entry.due(),
                    entry.interest(),
                    entry.ground(),
                    entry.recordedAt());
        }
    }

    @Operation(summary = "An account, recomputed from its entries", description = "Findings name what does not add up.")
    @GetMapping
    View account(Caller caller, @PathVariable PersonId personId, @PathVariable String scheme) {
        Scheme of = visible(caller, personId, scheme);
        List<Account> own = accounts.of(personId, of);
        if (own.isEmpty()) {
            throw Accounts.unknown(of);
        }
        List<AccountEntry> entries = accounts.entries(personId, of);
        Account first = own.getFirst();
        return new View(
                personId,
                of,
                first.state(),
                first.state().title(),
                first.openedOn(),
                AccountCheck.of(entries, own.stream().anyMatch(each -> each.pending() != null)),
                AccountFold.isProvisional(entries),
                own.stream()
                        .flatMap(account -> account.changes().stream())
                        .map(each -> new Step(each.from(), each.to(), each.on(), each.ground(), each.by()))
                        .toList());
    }

    @Operation(summary = "The entries of an account, by their names")
    @GetMapping("/entries")
    Page<EntryView> entries(
            Caller caller, @PathVariable PersonId personId, @PathVariable String scheme, PageRequest request) {
        Scheme of = visible(caller, personId, scheme);
        String after = request.after();
        List<AccountEntry> some = accounts.entries(personId, of).stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .filter(each -> after == null || each.id().compareTo(after) > 0)
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(some, request, AccountEntry::id).map(EntryView::of);
    }

    @Operation(summary = "What is to be done with an account", description = "Done when another person confirms it.")
    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    AccountOrder order(
            Caller caller,
            CommandId command,
            @PathVariable PersonId personId,
            @PathVariable String scheme,
            @RequestBody Order order) {
        caller.require(Role.CLERK);
        Scheme of = visible(caller, personId, scheme);
        refuseIncomplete(order);
        return ordering.order(new AccountOrder(
                command.derive("account-order"),
                personId,
                of,
                order.kind(),
                order.kind().needsAmount() ? order.amount() : null,
                order.kind() == AccountOrder.Kind.DRAW_DOWN ? order.month() : null,
                order.ground().strip(),
                clock.today(),
                caller.actor(),
                Instant.now(),
                null));
    }

    @Operation(summary = "Another person confirms the order, and it is carried out")
    @PostMapping("/orders/{id}/confirmations")
    AccountOrder confirm(
            Caller caller,
            CommandId command,
            @PathVariable PersonId personId,
            @PathVariable String scheme,
            @PathVariable String id) {
        caller.require(Role.REVIEWER);
        Scheme of = visible(caller, personId, scheme);
        AccountOrder order = ordering.find(id);
        if (order == null || !order.person().equals(personId) || order.scheme() != of) {
            throw Problem.notFound("order-unknown", "no such order for this account")
                    .exception();
        }
        return ordering.confirm(order, caller.actor());
    }

    /** Whom an agency does not see, it does not learn to exist. */
    private Scheme visible(Caller caller, PersonId person, String scheme) {
        AreaCode own = caller.requireAgency();
        if (persons.find(person).filter(known -> own.contains(known.area())).isEmpty()) {
            throw Problem.notFound("person-unknown", "no such person in the area of " + own)
                    .exception();
        }
        return Scheme.of(scheme)
                .filter(Scheme::keepsAccount)
                .orElseThrow(() -> Problem.badRequest(
                                "invalid-parameter", "scheme", "a scheme with accounts: 110, 120 or 170")
                        .exception());
    }

    private static void refuseIncomplete(Order order) {
        if (order.ground().isBlank()
                || order.ground().length() < SHORTEST_GROUND
                || order.ground().length() > LONGEST_GROUND) {
            throw Problem.badRequest(
                            "invalid-parameter",
                            "ground",
                            SHORTEST_GROUND + " to " + LONGEST_GROUND + " characters: what it rests on")
                    .exception();
        }
        Fen amount = order.amount();
        if (order.kind().needsAmount() && (amount == null || !amount.isPositive())) {
            throw Problem.badRequest("invalid-amount", "amount", "more than 0.00")
                    .exception();
        }
        if (order.kind() == AccountOrder.Kind.DRAW_DOWN && order.month() == null) {
            throw Problem.badRequest("invalid-parameter", "month", "the month of the pension")
                    .exception();
        }
    }
}
