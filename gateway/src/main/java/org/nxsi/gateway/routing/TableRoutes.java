package org.nxsi.gateway.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nxsi.gateway.access.Guards;
import org.nxsi.gateway.protection.Answers;
import org.nxsi.gateway.protection.ProtectionSettings;
import org.nxsi.gateway.routing.TableSettings.Row;
import org.nxsi.gateway.upstream.Services;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes of staff, partners and visitors, from their table, and each service's own operations pages. */
final class TableRoutes {

    private final TableSettings table;
    private final ProtectionSettings settings;
    private final Guards guards;
    private final Passing passing;
    private final Services services;

    TableRoutes(TableSettings table, ProtectionSettings settings, Guards guards, Passing passing, Services services) {
        this.table = table;
        this.settings = settings;
        this.guards = guards;
        this.passing = passing;
        this.services = services;
    }

    List<RouterFunction<ServerResponse>> routes() {
        List<RouterFunction<ServerResponse>> routes = new ArrayList<>();
        table.admin().forEach(row -> routes.add(route("admin", row, guards.staff(row.roles()))));
        table.partner()
                .forEach(row -> routes.add(
                        route("partner", row, guards.partner(row.roles().getFirst()))));
        table.visitors().forEach(row -> routes.add(route("visitors", row, guards.visitor())));
        services.names().forEach(service -> routes.add(ops(service)));
        routes.add(unknown("/admin/v1/**", guards.staff(List.of())));
        routes.add(unknown("/partner/v1/**", (request, next) -> next.handle(request)));
        routes.add(unknown("/public/v1/**", guards.visitor()));
        return routes;
    }

    private RouterFunction<ServerResponse> route(
            String door, Row row, HandlerFilterFunction<ServerResponse, ServerResponse> guard) {
        RequestPredicate path = RequestPredicates.path(row.path());
        RequestPredicate requests = row.method() == null
                ? path
                : RequestPredicates.method(HttpMethod.valueOf(row.method())).and(path);
        return passing.passedOn(
                door + "/" + row.id(),
                requests,
                guard,
                row.service(),
                row.id(),
                settings.limits(row.limits()),
                Function.identity());
    }

    private RouterFunction<ServerResponse> ops(String service) {
        Function<ServerRequest, ServerRequest> toOps =
                BeforeFilterFunctions.rewritePath("^/admin/v1/services/[^/]+/ops", "/ops/v1");
        return passing.passedOn(
                "admin/" + service + "-ops",
                RequestPredicates.path("/admin/v1/services/{service:" + service + "(?:-[a-z-]+)?}/ops/**"),
                guards.staff(List.of(Role.ADMIN, Role.AUDITOR)),
                service,
                "ops",
                settings.limits("command"),
                toOps);
    }

    private RouterFunction<ServerResponse> unknown(
            String path, HandlerFilterFunction<ServerResponse, ServerResponse> guard) {
        return passing.answered(
                "unmatched" + path,
                RequestPredicates.path(path),
                guard,
                request -> Answers.of(Problem.notFound("unknown-path", "there is nothing at this address")));
    }
}
