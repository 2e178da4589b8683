package org.nxsi.enrollment.owed;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Charged;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.collector.CollectorDoor;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was assessed reaches the tax office (应征): it fetches what is owed and not paid, page by page. */
@RestController
class CollectorDuesController {

    private final CollectorDoor door;
    private final Dues dues;

    CollectorDuesController(CollectorDoor door, Dues dues) {
        this.door = door;
        this.dues = dues;
    }

    /**
     * What is to be collected.
     *
     * @param amount still unpaid
     * @param sheet number of the sheet (核定单)
     * @param putOff whether it was put off in an emergency: to be accepted late, not to be urged
     * @param deadline last day to make it up; absent while it is not known
     */
    record ToCollect(
            String due,
            Payer payer,
            Scheme scheme,
            Month month,
            AreaCode area,
            Fen assessed,
            Fen amount,
            LocalDate dueDate,
            String sheet,
            int revision,
            boolean putOff,
            @Nullable LocalDate deadline) {

        static ToCollect of(Due due) {
            Charged charged = Objects.requireNonNull(due.charged(), due.id());
            return new ToCollect(
                    due.id(),
                    due.payer(),
                    due.scheme(),
                    due.month(),
                    due.area(),
                    charged.total(),
                    due.unpaid(),
                    charged.dueDate(),
                    charged.sheet(),
                    charged.revision(),
                    due.isPutOff(),
                    due.deadline());
        }
    }

    @Operation(summary = "应征: what is owed and not paid", description = "Of an area with all areas in it.")
    @GetMapping("/partner/v1/collectors/{code}/dues-to-collect")
    Page<ToCollect> toCollect(
            Caller caller, @PathVariable String code, @RequestParam AreaCode area, PageRequest request) {
        door.require(caller, code);
        return Page.of(dues.toCollect(area, request.after(), request.limit() + 1), request, Due::id)
                .map(ToCollect::of);
    }
}
