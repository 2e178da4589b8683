package org.nxsi.simulators.http;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.nxsi.platform.money.Fen;
import org.nxsi.simulators.bank.Bank;
import org.nxsi.simulators.bank.BankDay;
import org.nxsi.simulators.bank.RunTotals;
import org.nxsi.simulators.callback.Callbacks;
import org.nxsi.simulators.desk.BankDesk;

/** What the simulation's operators and tests do and see; no service of the bureau calls it. */
public final class OracleApi {

    private final SequencedMap<String, BankDesk> desks;
    private final BankDay day;
    private final Callbacks callbacks;
    private final BookEntries entries;

    /** @param desks by bank code, in the order they are listed in */
    public OracleApi(SequencedMap<String, BankDesk> desks, BankDay day, Callbacks callbacks) {
        this.desks = desks;
        this.day = day;
        this.callbacks = callbacks;
        this.entries = new BookEntries(desks);
    }

    private record Allotment(String bank, String scheme, long amountFen, String reference) {}

    private record ClockSetting(String date) {}

    void addTo(Routes routes) {
        routes.add("GET", "/actuator/health", _ -> Answer.json(Map.of("status", "UP")));
        routes.add("GET", "/actuator/health/{group}", _ -> Answer.json(Map.of("status", "UP")));
        routes.add("PUT", "/oracle/accounts", this::openAccounts);
        routes.add("POST", "/oracle/treasury/allotments", this::allot);
        routes.add("GET", "/oracle/books", this::books);
        routes.add("GET", "/oracle/books/entries", entries::page);
        routes.add("GET", "/oracle/payout-accounts", _ -> payoutAccounts());
        routes.add("GET", "/oracle/callbacks", _ -> callbacks());
        routes.add("GET", "/oracle/clock", _ -> clock());
        routes.add("POST", "/oracle/clock", this::setClock);
    }

    private Answer openAccounts(Request request) throws IOException {
        return Answer.json(new RosterLines(desks).openAll(request.body()));
    }

    private Answer allot(Request request) throws IOException {
        Allotment asked = request.json(Allotment.class);
        BankDesk desk = desks.get(asked.bank());
        if (desk == null || !desk.bank().name().payoutAccounts().containsKey(asked.scheme())) {
            throw new Refusal(400, "no-such-payout-account", "no bank has a payout account of this scheme");
        }
        if (asked.amountFen() <= 0
                || asked.reference().isBlank()
                || asked.reference().length() > 100) {
            throw new Refusal(400, "bad-allotment", "an allotment is more than nothing and has a reference");
        }
        Optional<String> advice = desk.bank().allot(asked.scheme(), Fen.of(asked.amountFen()), asked.reference());
        return Answer.json(Map.of(
                "advice",
                advice.orElseThrow(
                        () -> new Refusal(409, "other-allotment", "the reference stands for another allotment"))));
    }

    private Answer books(Request request) {
        String run = request.query("reference", "");
        List<Map<String, Object>> byBank = new ArrayList<>();
        RunTotals all = RunTotals.NONE;
        Fen unreferenced = Fen.ZERO;
        for (BankDesk desk : desks.values()) {
            RunTotals totals = desk.bank().totals(run);
            all = all.plus(totals);
            unreferenced = unreferenced.plus(desk.bank().totals("").net());
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bank", desk.bank().name().code());
            line.putAll(members(totals));
            byBank.add(line);
        }
        Map<String, Object> answer = new LinkedHashMap<>(members(all));
        answer.put("unreferencedFen", unreferenced.amount_fen());
        answer.put("byBank", byBank);
        return Answer.json(answer);
    }

    private static Map<String, Object> members(RunTotals totals) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("credited", totals.credited());
        members.put("creditedFen", totals.creditedFen().amount_fen());
        members.put("returned", totals.returned());
        members.put("returnedFen", totals.returnedFen().amount_fen());
        members.put("netFen", totals.net().amount_fen());
        return members;
    }

    private Answer payoutAccounts() {
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (BankDesk desk : desks.values()) {
            Bank bank = desk.bank();
            bank.name().payoutAccounts().forEach((scheme, account) -> {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("bank", bank.name().code());
                line.put("scheme", scheme);
                line.put("account", account);
                line.put("balanceFen", bank.balance(account).amount_fen());
                accounts.add(line);
            });
        }
        return Answer.json(accounts);
    }

    private Answer callbacks() {
        return Answer.json(Map.of("owed", callbacks.owed(), "givenUp", callbacks.givenUp()));
    }

    private Answer clock() {
        return Answer.json(Map.of("date", day.today().toString()));
    }

    private Answer setClock(Request request) throws IOException {
        try {
            day.set(LocalDate.parse(request.json(ClockSetting.class).date()));
        } catch (DateTimeException e) {
            throw new Refusal(400, "bad-date", "not a date like 2020-03-15");
        }
        return clock();
    }
}
