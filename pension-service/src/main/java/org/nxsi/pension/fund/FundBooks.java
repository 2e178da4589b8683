package org.nxsi.pension.fund;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Component;

/** The vouchers, and sums over them. A voucher is never changed; posting it again changes nothing. */
@Component
public class FundBooks {

    private final MongoCollection<Voucher> vouchers;

    FundBooks(MongoDatabase database) {
        this.vouchers = database.getCollection("vouchers", Voucher.class);
        vouchers.createIndex(Indexes.ascending("period"));
        vouchers.createIndex(Indexes.ascending("postedOn"));
    }

    /** Posts what is not posted yet. */
    public void post(List<Voucher> posted) {
        MissingDocuments.insert(vouchers, posted);
    }

    /** Whether all of these, and there are some, were posted before. */
    public boolean hasAll(List<Voucher> wanted) {
        List<String> ids = wanted.stream().map(Voucher::id).distinct().toList();
        return !ids.isEmpty() && vouchers.countDocuments(Filters.in("_id", ids)) == ids.size();
    }

    /**
     * One line of the trial balance (试算平衡).
     *
     * @param bank of the payout account; null for other accounts
     */
    public record AccountBalance(
            Scheme fund,
            Account account,
            String title,
            @Nullable String bank,
            Fen debit,
            Fen credit) {

        /** What stands on the debit side, negative when the credit side is larger. */
        public Fen balance() {
            return debit.minus(credit);
        }
    }

    /** Debits and credits by fund, account and bank; of one period, or of all when it is null. */
    public List<AccountBalance> trialBalance(@Nullable Month period) {
        Bson filter = period == null ? Filters.empty() : eq("period", period);
        List<AccountBalance> balances = new ArrayList<>();
        vouchers.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(filter),
                        Aggregates.unwind("$lines"),
                        Aggregates.group(
                                new Document("fund", "$fund")
                                        .append("account", "$lines.account")
                                        .append("bank", "$lines.bank"),
                                Accumulators.sum("debit", "$lines.debit"),
                                Accumulators.sum("credit", "$lines.credit"))))
                .forEach(group -> balances.add(balance(group)));
        return balances;
    }

    /**
     * What vouchers of a day moved on one fund's payout account at a bank; allotments are the treasury's and left out.
     *
     * @param out to payees
     * @param in back from them
     */
    public record Movement(Scheme fund, Fen out, Fen in) {}

    /** By fund. */
    public List<Movement> movements(LocalDate postedOn, String bank) {
        List<Movement> movements = new ArrayList<>();
        vouchers.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(and(eq("postedOn", postedOn), ne("kind", Voucher.Kind.ALLOTMENT))),
                        Aggregates.unwind("$lines"),
                        Aggregates.match(
                                and(eq("lines.account", Account.PAYOUT_ACCOUNT_DEPOSIT), eq("lines.bank", bank))),
                        Aggregates.group(
                                "$fund",
                                Accumulators.sum("debit", "$lines.debit"),
                                Accumulators.sum("credit", "$lines.credit"))))
                .forEach(group -> movements.add(new Movement(
                        Scheme.valueOf(group.getString("_id")),
                        Fen.of(Sums.number(group, "credit")),
                        Fen.of(Sums.number(group, "debit")))));
        return movements;
    }

    /** Whether a payout account at the bank has moved since a day: then a balance of that day is no longer the books'. */
    public boolean hasMovedSince(LocalDate day, String bank) {
        return vouchers.countDocuments(and(gt("postedOn", day), eq("lines.bank", bank)), new CountOptions().limit(1))
                > 0;
    }

    /** What the books say lies in one fund's payout account at one bank. */
    public Fen payoutBalance(List<AccountBalance> balances, Scheme fund, String bank) {
        return balances.stream()
                .filter(each -> each.account() == Account.PAYOUT_ACCOUNT_DEPOSIT)
                .filter(each -> each.fund() == fund && bank.equals(each.bank()))
                .map(AccountBalance::balance)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** Vouchers in the order of their ids. */
    public List<Voucher> vouchers(Month period, @Nullable String afterId, int limit) {
        Bson filter = afterId == null ? eq("period", period) : and(eq("period", period), gt("_id", afterId));
        return vouchers.find(filter).sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
    }

    private static AccountBalance balance(Document group) {
        Document key = group.get("_id", Document.class);
        Account account = Account.valueOf(key.getString("account"));
        return new AccountBalance(
                Scheme.valueOf(key.getString("fund")),
                account,
                account.title(),
                key.getString("bank"),
                Fen.of(Sums.number(group, "debit")),
                Fen.of(Sums.number(group, "credit")));
    }
}
