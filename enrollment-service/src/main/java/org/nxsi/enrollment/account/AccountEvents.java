package org.nxsi.enrollment.account;

import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is told of one account. */
@Component
class AccountEvents {

    static final String STATE_CHANGED = "enrollment.account-state-changed";

    private final JsonMapper json;

    AccountEvents(JsonMapper json) {
        this.json = json;
    }

    private record StateChanged(String personId, String scheme, String from, String to, String on) {}

    OutboxEvent stateChanged(Account before, Account.Change change) {
        return new OutboxEvent(
                STATE_CHANGED + "/" + before.id() + "/" + (before.version() + 1),
                Topics.EVENTS,
                before.person().value(),
                STATE_CHANGED,
                before.id(),
                before.version() + 1,
                change.at(),
                json.writeValueAsString(new StateChanged(
                        before.person().value(),
                        before.scheme().code(),
                        change.from().code(),
                        change.to().code(),
                        change.on().toString())));
    }
}
