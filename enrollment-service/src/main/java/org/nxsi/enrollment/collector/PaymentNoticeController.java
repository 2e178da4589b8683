package org.nxsi.enrollment.collector;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tax office tells of payments here, by itself. The answer is 2xx only once they are kept. */
@RestController
class PaymentNoticeController {

    private static final int MOST = 1_000;

    private final CollectorDoor door;
    private final TakingNotices taking;

    PaymentNoticeController(CollectorDoor door, TakingNotices taking) {
        this.door = door;
        this.taking = taking;
    }

    /** A batch. */
    record Batch(@Nullable List<@Nullable WantedNotice> notices) {}

    /** @param lines what became of each notice, in their order */
    record Taken(int received, long stored, long alreadyStored, long refused, List<NoticeLine> lines) {

        static Taken of(List<NoticeLine> lines) {
            return new Taken(
                    lines.size(),
                    count(lines, NoticeLine.Result.STORED),
                    count(lines, NoticeLine.Result.ALREADY_STORED),
                    count(lines, NoticeLine.Result.REFUSED),
                    lines);
        }

        private static long count(List<NoticeLine> lines, NoticeLine.Result result) {
            return lines.stream().filter(each -> each.result() == result).count();
        }
    }

    @Operation(
            summary = "缴费到账通知",
            description =
                    "At most 1,000 notices. Each stands or is refused by itself; told again it changes nothing, so"
                            + " no Idempotency-Key is needed. Reversals and payments may come in any order, and before the"
                            + " assessment.")
    @PostMapping("/partner/v1/collectors/{code}/payment-notices")
    Taken take(Caller caller, @PathVariable String code, HttpServletRequest request) throws IOException {
        door.require(caller, code);
        List<@Nullable WantedNotice> notices = door.read(request, Batch.class).notices();
        if (notices == null || notices.isEmpty()) {
            throw Problem.badRequest("missing-field", "notices", "one notice at least")
                    .exception();
        }
        if (notices.size() > MOST) {
            throw Problem.badRequest("too-many-notices", "notices", "at most " + MOST + ", not " + notices.size())
                    .exception();
        }
        return Taken.of(
                taking.take(code, notices.stream().map(Wanted::orNothing).toList()));
    }

    private static final class Wanted {

        private static final WantedNotice NOTHING =
                new WantedNotice(null, null, null, null, null, null, null, null, null, null);

        private Wanted() {}

        static WantedNotice orNothing(@Nullable WantedNotice notice) {
            return notice == null ? NOTHING : notice;
        }
    }
}
