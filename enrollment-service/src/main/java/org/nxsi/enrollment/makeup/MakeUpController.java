package org.nxsi.enrollment.makeup;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.makeup.ShowingMakeUps.MakeUpView;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 补缴: past months of employers and flexible workers, ordered by clerks. */
@RestController
@RequestMapping("/admin/v1/contributions/make-ups")
class MakeUpController {

    private final OrderingMakeUp ordering;
    private final MakeUpOrders orders;
    private final ShowingMakeUps showing;

    MakeUpController(OrderingMakeUp ordering, MakeUpOrders orders, ShowingMakeUps showing) {
        this.ordering = ordering;
        this.orders = orders;
        this.showing = showing;
    }

    @Operation(
            summary = "Make up for past months",
            description =
                    "With the limits and rates of each month. Three years and more need a paper (人社部规〔2016〕5号) and"
                            + " wait for a second person. Done at once for a few months, else 202: ask again for the rest.")
    @PostMapping
    ResponseEntity<MakeUpView> order(Caller caller, CommandId command, @RequestBody WantedMakeUp wanted) {
        caller.require(Role.CLERK);
        return answer(ordering.order(caller, command, wanted));
    }

    @Operation(summary = "Orders of the agency's area")
    @GetMapping
    Page<MakeUpView> list(Caller caller, @RequestParam MakeUpOrder.@Nullable State state, PageRequest request) {
        AreaCode own = caller.requireAgency();
        return Page.of(orders.ofArea(own, state, request.after(), request.limit() + 1), request, MakeUpOrder::id)
                .map(showing::show);
    }

    @Operation(summary = "An order with what its months cost so far")
    @GetMapping("/{id}")
    MakeUpView one(Caller caller, @PathVariable String id) {
        return showing.show(seen(caller, id));
    }

    @Operation(summary = "Confirm an order", description = "By another person than who ordered it.")
    @PostMapping("/{id}/approval")
    ResponseEntity<MakeUpView> confirm(Caller caller, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        return answer(ordering.confirm(seen(caller, id), caller.actor()));
    }

    @Operation(summary = "Do not confirm an order")
    @PostMapping("/{id}/rejection")
    MakeUpView reject(Caller caller, @PathVariable String id) {
        caller.require(Role.REVIEWER);
        return showing.show(ordering.reject(seen(caller, id), caller.actor()));
    }

    private ResponseEntity<MakeUpView> answer(MakeUpOrder order) {
        MakeUpView view = showing.show(order);
        return order.state() == MakeUpOrder.State.DONE
                ? ResponseEntity.ok(view)
                : ResponseEntity.accepted()
                        .header("Location", "/admin/v1/contributions/make-ups/" + order.id())
                        .body(view);
    }

    private MakeUpOrder seen(Caller caller, String id) {
        AreaCode own = caller.requireAgency();
        MakeUpOrder order = orders.find(id);
        if (order == null || !own.contains(order.area())) {
            throw Problem.notFound("make-up-unknown", "your area has no such order")
                    .exception();
        }
        return order;
    }
}
