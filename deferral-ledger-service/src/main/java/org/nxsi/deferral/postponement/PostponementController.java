package org.nxsi.deferral.postponement;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approved postponement (缓缴) at the console, in the agency's area. */
@RestController
@RequestMapping("/admin/v1/postponements")
class PostponementController {

    private final Postponements postponements;
    private final PostponementsSeen seen;
    private final ApprovingPostponement approving;

    PostponementController(Postponements postponements, PostponementsSeen seen, ApprovingPostponement approving) {
        this.postponements = postponements;
        this.seen = seen;
        this.approving = approving;
    }

    record Refusal(@Nullable String reason) {}

    @Operation(summary = "Records an employer's application (缓缴)", description = "人社部发〔2020〕11号. It is not 延期.")
    @PostMapping
    ResponseEntity<PostponementView> record(
            Caller caller, CommandId command, @RequestBody PostponementRule.Wanted wanted) {
        Postponement recorded = approving.record(caller, command, wanted);
        return ResponseEntity.created(URI.create("/admin/v1/postponements/" + recorded.id()))
                .body(PostponementView.of(recorded));
    }

    @GetMapping
    Page<PostponementView> list(Caller caller, @RequestParam @Nullable String employer, PageRequest request) {
        AreaCode own = caller.requireAgency();
        List<String> areas = AreaCode.all().stream()
                .filter(own::contains)
                .map(AreaCode::code)
                .toList();
        return Page.of(
                        postponements.page(areas, employer, request.after(), request.limit() + 1),
                        request,
                        Postponement::id)
                .map(PostponementView::of);
    }

    @GetMapping("/{id}")
    PostponementView one(Caller caller, @PathVariable String id) {
        return PostponementView.of(seen.seenBy(caller, id));
    }

    @Operation(summary = "Another person approves it")
    @PostMapping("/{id}/approval")
    PostponementView approve(Caller caller, @PathVariable String id) {
        return PostponementView.of(approving.approve(caller, seen.seenBy(caller, id)));
    }

    @Operation(summary = "Another person refuses it")
    @PostMapping("/{id}/refusal")
    PostponementView refuse(Caller caller, @PathVariable String id, @RequestBody Refusal refusal) {
        return PostponementView.of(approving.refuse(caller, seen.seenBy(caller, id), refusal.reason()));
    }
}
