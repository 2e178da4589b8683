package org.nxsi.enrollment.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Orders of clerks, carried out when another person confirms them. */
@Component
class OrderingForAccount {

    private final MongoCollection<AccountOrder> orders;
    private final Accounts accounts;

    OrderingForAccount(MongoDatabase database, Accounts accounts) {
        this.orders = database.getCollection("account_orders", AccountOrder.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.accounts = accounts;
    }

    AccountOrder order(AccountOrder wanted) {
        MissingDocuments.insert(orders, List.of(wanted));
        return Objects.requireNonNull(find(wanted.id()), wanted.id());
    }

    @Nullable
    AccountOrder find(String id) {
        return orders.find(eq("_id", id)).first();
    }

    /** Carried out first, marked then: what a crash leaves in between is found done when it is confirmed again. */
    AccountOrder confirm(AccountOrder order, String by) {
        if (order.orderedBy().equals(by)) {
            throw Problem.forbidden("same-person", "who ordered it does not confirm it")
                    .exception();
        }
        if (order.confirmedBy() != null) {
            if (order.confirmedBy().equals(by)) {
                return order;
            }
            throw Problem.conflict("order-confirmed", "another has confirmed this order already")
                    .exception();
        }
        carryOut(order, order.cause(by));
        orders.updateOne(and(eq("_id", order.id()), exists("confirmedBy", false)), Updates.set("confirmedBy", by));
        return Objects.requireNonNull(find(order.id()), order.id());
    }

    private void carryOut(AccountOrder order, Cause cause) {
        switch (order.kind()) {
            case TAKE_OVER -> accounts.takeOver(order.person(), order.scheme(), amount(order), cause);
            case FREEZE -> accounts.freeze(order.person(), order.scheme(), cause);
            case THAW -> accounts.thaw(order.person(), order.scheme(), cause);
            case RETIRE -> accounts.retire(order.person(), order.scheme(), cause);
            case DRAW_DOWN -> accounts.drawDown(order.person(), order.scheme(), month(order), amount(order), cause);
            case PAY_OUT -> accounts.payOut(order.person(), order.scheme(), cause);
        }
    }

    private static Fen amount(AccountOrder order) {
        return Objects.requireNonNull(order.amount(), order.id());
    }

    private static Month month(AccountOrder order) {
        return Objects.requireNonNull(order.month(), order.id());
    }
}
