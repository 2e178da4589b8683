package org.nxsi.deferral.postponement;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Arrangement;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.deferral.ledger.Entry;
import org.nxsi.deferral.ledger.Posting;
import org.springframework.stereotype.Component;

/** What became of those who have claimed months: whoever came to nothing holds nobody up. */
@Component
class HoldersOfClaims {

    /** Much longer than it takes from the claim to the entry; after it an entry that is not there is not coming. */
    private static final Duration OPENING = Duration.ofMinutes(10);

    private final Entries entries;
    private final Postponements postponements;

    HoldersOfClaims(Entries entries, Postponements postponements) {
        this.entries = entries;
        this.postponements = postponements;
    }

    /** Those of the claims that count for nothing any more. */
    List<Claim> leftBehind(Collection<Claim> claims) {
        Map<String, Entry> opened = new HashMap<>();
        entries.byIds(holders(claims, Arrangement.DEFERRAL)).forEach(each -> opened.put(each.id(), each));
        Set<String> refused = new HashSet<>();
        postponements.refusedOf(holders(claims, Arrangement.POSTPONEMENT)).forEach(each -> refused.add(each.id()));
        return claims.stream()
                .filter(each -> switch (each.arrangement()) {
                    case DEFERRAL -> isOver(each, opened.get(each.by()));
                    case POSTPONEMENT -> refused.contains(each.by());
                })
                .toList();
    }

    /** A claim that is younger than its entry's withdrawal was made to open it again. */
    private static boolean isOver(Claim claim, @Nullable Entry entry) {
        boolean isOld = claim.at().isBefore(Instant.now().minus(OPENING));
        if (entry == null) {
            return isOld;
        }
        return switch (entry.state()) {
            case AWAITED -> isOld;
            case WITHDRAWN -> isOld || claim.at().isBefore(withdrawnAt(entry));
            case OPEN, PARTLY_MADE_UP, MADE_UP, EXPIRED, REOPENED -> false;
        };
    }

    private static Instant withdrawnAt(Entry entry) {
        return entry.postings().stream()
                .filter(each -> each.kind() == Posting.Kind.WITHDRAWN)
                .map(Posting::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static List<String> holders(Collection<Claim> claims, Arrangement arrangement) {
        return claims.stream()
                .filter(each -> each.arrangement() == arrangement)
                .map(Claim::by)
                .distinct()
                .toList();
    }
}
