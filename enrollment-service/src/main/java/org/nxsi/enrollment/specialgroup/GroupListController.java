package org.nxsi.enrollment.specialgroup;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.sheet.FileBody;
import org.nxsi.enrollment.sheet.SentRows;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists that other authorities share: one person takes them in, another confirms them, then they are carried out. */
@RestController
@RequestMapping("/admin/v1/special-groups/lists")
class GroupListController {

    /** Of a list's id in the source that labels name: two lists of one reference are told apart. */
    private static final int ID_SHOWN = 8;

    private final ReadingList reading;
    private final GroupLists lists;
    private final CarryingOutLists carryingOut;
    private final BusinessClock clock;

    GroupListController(ReadingList reading, GroupLists lists, CarryingOutLists carryingOut, BusinessClock clock) {
        this.reading = reading;
        this.lists = lists;
        this.carryingOut = carryingOut;
        this.clock = clock;
    }

    /**
     * A list.
     *
     * @param state {@code RECEIVED}, {@code CONFIRMED} or {@code DONE}
     * @param outcomes a page of what became of the rows; before the confirmation of those that are refused anyway
     */
    record ListView(
            String id,
            String source,
            int year,
            AreaCode area,
            String by,
            LocalDate on,
            String state,
            int rows,
            long done,
            long alreadySo,
            long refused,
            @Nullable String confirmedBy,
            Page<Outcome> outcomes) {}

    @Operation(
            summary = "Takes in a list that another authority shared (CSV or XLSX, at most 5,000 rows)",
            description = "Columns 社会保障号码, 姓名, 困难人员类别. It changes nothing until another person confirms it.")
    @PostMapping
    ResponseEntity<ListView> take(
            Caller caller,
            CommandId command,
            @RequestParam SharingAuthority authority,
            @RequestParam String reference,
            @RequestParam int year,
            PageRequest page,
            HttpServletRequest request) {
        caller.require(Role.CLERK);
        AreaCode own = caller.requireAgency();
        int now = clock.today().getYear();
        if (year < now || year > now + 1) {
            throw Problem.of(422, "year-outside", "lists are of " + now + " or the year after")
                    .at("year")
                    .exception();
        }
        String id = command.derive("special-group-list");
        String source = "%s %s（名单%s）"
                .formatted(authority.title(), GroupText.required("reference", reference), id.substring(0, ID_SHOWN));
        SentRows sent = FileBody.rows(request, ReadingList.COLUMNS);
        List<GroupListChunk.Row> rows = reading.read(sent.rows(), authority, own);
        String digest = source + "|" + year + "|" + sent.digest();
        List<GroupListChunk> chunks = chunks(id, digest, rows);
        GroupList list = lists.take(
                new GroupList(
                        id,
                        source,
                        year,
                        own,
                        caller.actor(),
                        clock.today(),
                        rows.size(),
                        chunks.size(),
                        digest,
                        null,
                        null,
                        null),
                chunks);
        return ResponseEntity.accepted().body(view(list, page));
    }

    @Operation(summary = "A list and what became of its rows")
    @GetMapping("/{id}")
    ListView one(Caller caller, @PathVariable String id, PageRequest page) {
        return view(seenBy(caller, id), page);
    }

    @Operation(summary = "Another person confirms a list: every good row is carried out")
    @PostMapping("/{id}/confirmation")
    ListView confirm(Caller caller, @PathVariable String id, PageRequest page) {
        caller.require(Role.REVIEWER);
        GroupList list = seenBy(caller, id);
        if (list.by().equals(caller.actor())) {
            throw Problem.forbidden("same-person", "who took a list in does not confirm it")
                    .exception();
        }
        GroupList confirmed = lists.confirm(list, caller.actor(), clock.today(), Instant.now());
        if (!confirmed.isDone()) {
            carryingOut.carryOut(confirmed);
        }
        return view(lists.find(id).orElseThrow(), page);
    }

    private GroupList seenBy(Caller caller, String id) {
        AreaCode own = caller.requireAgency();
        return lists.find(id)
                .filter(each -> own.contains(each.area()))
                .orElseThrow(() -> Problem.notFound("list-unknown", "your area has no such list")
                        .exception());
    }

    private ListView view(GroupList list, PageRequest page) {
        List<GroupListChunk> chunks = lists.chunks(list);
        List<Outcome> outcomes = new ArrayList<>();
        for (GroupListChunk chunk : chunks) {
            if (chunk.done()) {
                outcomes.addAll(chunk.outcomes());
            } else {
                chunk.rows().stream()
                        .filter(row -> row.refusal() != null)
                        .forEach(row -> outcomes.add(Outcome.refused(row.row(), row.refusal())));
            }
        }
        List<Outcome> wanted = outcomes.stream()
                .filter(each -> page.after() == null || key(each).compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return new ListView(
                list.id(),
                list.source(),
                list.year(),
                list.area(),
                list.by(),
                list.on(),
                list.isDone() ? "DONE" : list.isConfirmed() ? "CONFIRMED" : "RECEIVED",
                list.rows(),
                count(outcomes, Outcome.Result.DONE),
                count(outcomes, Outcome.Result.ALREADY_SO),
                count(outcomes, Outcome.Result.REFUSED),
                list.confirmedBy(),
                Page.of(wanted, page, GroupListController::key));
    }

    private static List<GroupListChunk> chunks(String id, String digest, List<GroupListChunk.Row> rows) {
        List<GroupListChunk> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += GroupList.CHUNK) {
            chunks.add(new GroupListChunk(
                    GroupList.chunk(id, digest, chunks.size() + 1),
                    rows.subList(from, Math.min(rows.size(), from + GroupList.CHUNK)),
                    List.of(),
                    false));
        }
        return chunks;
    }

    private static long count(List<Outcome> outcomes, Outcome.Result result) {
        return outcomes.stream().filter(each -> each.result() == result).count();
    }

    private static String key(Outcome outcome) {
        return "%06d".formatted(outcome.row());
    }
}
