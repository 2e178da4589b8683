package org.nxsi.platform.events;

import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ops see the dead letters and, when the cause is mended, replay a key's letters in their order. */
@RestController
@RequestMapping("/ops/v1/dead-letters")
class DeadLetterController {

    private static final int AT_ONCE = 100;

    private final DeadLetters letters;
    private final List<EventProcessor> processors;

    DeadLetterController(DeadLetters letters, List<EventProcessor> processors) {
        this.letters = letters;
        this.processors = processors;
    }

    record Letter(String id, String topic, String key, String state, String cause, String at) {

        static Letter of(Document letter) {
            return new Letter(
                    letter.getString("_id"),
                    letter.getString("topic"),
                    letter.getString("key"),
                    letter.getString("state"),
                    letter.getString("cause"),
                    letter.getDate("at").toInstant().toString());
        }
    }

    record Replayed(int replayed) {}

    @GetMapping
    Page<Letter> open(PageRequest request) {
        List<Document> found = letters.open(request.limit() + 1, request.after());
        return Page.of(found, request, letter -> letter.getString("_id")).map(Letter::of);
    }

    /** Replays the letter and all that wait behind it; stops at the first that still fails. */
    @PostMapping("/replays")
    Replayed replay(Caller caller, @RequestParam String id) {
        caller.require(Role.ADMIN);
        Document letter = letters.byId(id);
        if (letter == null) {
            throw Problem.notFound("dead-letter-unknown", "no dead letter " + id)
                    .exception();
        }
        String group = letter.getString("group");
        String topic = letter.getString("topic");
        EventProcessor processor = processors.stream()
                .filter(each -> each.subscription().group().equals(group))
                .filter(each -> each.subscription().topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("no-subscriber", "nobody listens to this topic any more")
                        .exception());
        return new Replayed(replay(processor, group, topic, letter.getString("key")));
    }

    /** Until none is left: while the first are replayed, the consumer may park more behind them. */
    private int replay(EventProcessor processor, String group, String topic, String key) {
        int replayed = 0;
        List<Document> waiting = letters.ofKey(group, topic, key, AT_ONCE);
        while (!waiting.isEmpty()) {
            for (Document each : waiting) {
                try {
                    processor.apply(key, each.get("event", Binary.class).getData());
                } catch (RuntimeException still) {
                    throw Problem.conflict(
                                    "still-poisonous", "letter " + each.getString("_id") + " still fails: " + still)
                            .with("replayed", replayed)
                            .exception();
                }
                letters.replayed(each.getString("_id"));
                replayed++;
            }
            waiting = letters.ofKey(group, topic, key, AT_ONCE);
        }
        return replayed;
    }
}
