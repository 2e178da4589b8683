package org.nxsi.deferral.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** The entries that a member of staff may see: those of the agency's area, and no others exist for them. */
@Component
public class Deferrals {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    private final Entries entries;

    Deferrals(Entries entries) {
        this.entries = entries;
    }

    /** @throws ProblemException 404 {@code deferral-unknown} */
    public Entry seenBy(Caller caller, String id) {
        AreaCode own = caller.requireAgency();
        Entry entry = entries.byId(id);
        if (entry == null || entry.state() == State.AWAITED || !own.contains(AreaCode.parse(entry.area()))) {
            throw unknown(id);
        }
        return entry;
    }

    static ProblemException unknown(String id) {
        return Problem.notFound("deferral-unknown", "there is no entry " + id + " in your area")
                .exception();
    }

    /** @throws ProblemException 400 {@code text-required} for a text that says nothing */
    static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || !TEXT.matcher(text).matches()) {
            throw Problem.badRequest("text-required", field, "2 to 100 characters")
                    .exception();
        }
        return text.strip();
    }
}
