package org.nxsi.enrollment.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * Contributions that have arrived go to the accounts of those they were paid for (社会保险法 第十二条). Telling it again
 * changes nothing; of several tellings about one contribution the highest revision counts, in whatever order they come.
 */
@Component
public class Crediting {

    private static final int AT_ONCE = 1_000;
    private static final int ATTEMPTS = 5;

    private final AccountDocuments accounts;
    private final AccountEntries entries;
    private final CreditedBatches told;
    private final BusinessClock clock;

    Crediting(AccountDocuments accounts, AccountEntries entries, CreditedBatches told, BusinessClock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.told = told;
        this.clock = clock;
    }

    /** Credits what has arrived, in one bulk for every 1,000 lines, and tells of it. */
    public void arrived(List<ArrivedLine> lines) {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            some(newest(lines.subList(from, Math.min(lines.size(), from + AT_ONCE))));
        }
    }

    private void some(Collection<ArrivedLine> lines) {
        accounts.open(lines, clock.today());
        List<AccountEntry> standing = new ArrayList<>(lines.size());
        List<ArrivedLine> open = List.copyOf(lines);
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw Problem.of(503, "account-busy", "others keep crediting the same contributions: try again")
                        .exception();
            }
            open = write(open, standing);
        }
        told.tell(standing);
    }

    /** @return the lines whose place another telling took in the meantime */
    private List<ArrivedLine> write(List<ArrivedLine> lines, List<AccountEntry> standing) {
        Map<ArrivedLine, AccountEntry> before = lastEntries(lines);
        Map<AccountEntry, ArrivedLine> wanted = new LinkedHashMap<>();
        for (ArrivedLine line : lines) {
            AccountEntry last = before.get(line);
            if (last != null && last.revision() >= line.revision()) {
                standing.add(last);
            } else {
                wanted.put(next(line, last), line);
            }
        }
        List<AccountEntry> taken = entries.add(List.copyOf(wanted.keySet()));
        List<ArrivedLine> again = new ArrayList<>();
        taken.forEach(entry -> again.add(wanted.remove(entry)));
        standing.addAll(wanted.keySet());
        return again;
    }

    private static AccountEntry next(ArrivedLine line, @Nullable AccountEntry last) {
        return last == null
                ? AccountEntry.credit(line, 1, Fen.ZERO, Instant.now())
                : AccountEntry.credit(line, last.telling() + 1, last.wholePart(), Instant.now());
    }

    /** The last entry about each contribution; most have none yet, and few more than one. */
    private Map<ArrivedLine, AccountEntry> lastEntries(List<ArrivedLine> lines) {
        Map<ArrivedLine, AccountEntry> last = new HashMap<>();
        List<ArrivedLine> asked = lines;
        for (int n = 1; !asked.isEmpty(); n++) {
            Map<String, ArrivedLine> byId = new HashMap<>();
            for (ArrivedLine line : asked) {
                byId.put(AccountEntry.creditId(line, n), line);
            }
            List<ArrivedLine> more = new ArrayList<>();
            for (AccountEntry found : entries.find(byId.keySet())) {
                ArrivedLine line = byId.get(found.id());
                if (line != null) {
                    last.put(line, found);
                    more.add(line);
                }
            }
            asked = more;
        }
        return last;
    }

    private static Collection<ArrivedLine> newest(List<ArrivedLine> lines) {
        Map<String, ArrivedLine> newest = new LinkedHashMap<>();
        for (ArrivedLine line : lines) {
            newest.merge(
                    AccountEntry.creditId(line, 1),
                    line,
                    (one, other) -> one.revision() >= other.revision() ? one : other);
        }
        return newest.values();
    }
}
