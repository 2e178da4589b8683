package org.nxsi.gateway.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nxsi.gateway.access.Guards;
import org.nxsi.gateway.catalogue.Catalogue;
import org.nxsi.gateway.catalogue.Channel;
import org.nxsi.gateway.catalogue.Item;
import org.nxsi.gateway.catalogue.Kind;
import org.nxsi.gateway.catalogue.OfferedRequest;
import org.nxsi.gateway.catalogue.Operation;
import org.nxsi.gateway.protection.Answers;
import org.nxsi.gateway.protection.ProtectionSettings;
import org.nxsi.gateway.routing.TableSettings.Row;
import org.nxsi.platform.web.Problem;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A route for every request of every item on every channel, from the catalogue, and for what all channels have beside it. */
final class ChannelRoutes {

    private final Catalogue catalogue;
    private final List<Row> beside;
    private final ProtectionSettings settings;
    private final Guards guards;
    private final Passing passing;

    /** @param beside what every channel passes on although no annex lists it */
    ChannelRoutes(Catalogue catalogue, List<Row> beside, ProtectionSettings settings, Guards guards, Passing passing) {
        this.catalogue = catalogue;
        this.beside = List.copyOf(beside);
        this.settings = settings;
        this.guards = guards;
        this.passing = passing;
    }

    List<RouterFunction<ServerResponse>> routes() {
        List<RouterFunction<ServerResponse>> routes = new ArrayList<>();
        for (Channel channel : catalogue.channels()) {
            routes.add(listing(channel));
            for (Item item : channel.items()) {
                for (OfferedRequest request : item.operation().requests()) {
                    routes.add(route(channel, item, request));
                }
            }
            beside.forEach(row -> routes.add(route(channel, row)));
            routes.add(unmatched(channel));
        }
        return routes;
    }

    /** What a channel offers is public, as the notice is; a menu is shown before anybody logs in. */
    private RouterFunction<ServerResponse> listing(Channel channel) {
        return passing.answered(
                channel.name() + "/catalogue",
                RequestPredicates.GET("/" + channel.name() + "/v1/catalogue"),
                (request, next) -> next.handle(request),
                request -> ServerResponse.ok().body(ChannelListing.of(channel)));
    }

    private RouterFunction<ServerResponse> route(Channel channel, Item item, OfferedRequest request) {
        Operation operation = item.operation();
        String id = channel.name() + "/" + operation.name() + (request.isRead() ? "/read" : "/command");
        RequestPredicate requests = RequestPredicates.method(request.method())
                .and(RequestPredicates.path(
                        "/" + channel.name() + request.path().getPatternString()));
        if (!operation.open()) {
            return passing.answered(id, requests, guards.item(channel, item), ignored -> notOpen(channel, item));
        }
        Function<ServerRequest, ServerRequest> withoutChannel = BeforeFilterFunctions.stripPrefix(1);
        return passing.passedOn(
                id,
                requests,
                guards.item(channel, item).andThen((passed, next) -> {
                    ServerResponse answer = next.handle(passed);
                    Locations.underChannel(answer, channel);
                    return answer;
                }),
                operation.owner(),
                operation.name(),
                settings.limits(limits(operation, request)),
                withoutChannel);
    }

    /** A print may be a list of thousands, written while it is waited for. */
    private static String limits(Operation operation, OfferedRequest request) {
        return operation.kind() == Kind.PRINT ? "print" : request.isRead() ? "read" : "command";
    }

    private RouterFunction<ServerResponse> route(Channel channel, Row row) {
        return passing.passedOn(
                channel.name() + "/" + row.id(),
                RequestPredicates.method(HttpMethod.valueOf(String.valueOf(row.method())))
                        .and(RequestPredicates.path("/" + channel.name() + row.path())),
                guards.people(channel, row.roles()),
                row.service(),
                row.id(),
                settings.limits(row.limits()),
                BeforeFilterFunctions.stripPrefix(1));
    }

    private static ServerResponse notOpen(Channel channel, Item item) {
        return Answers.of(Problem.of(501, "item-not-open", item.name() + " is not open yet")
                .with("channel", channel.name())
                .with("number", item.number())
                .with("item", item.name()));
    }

    private RouterFunction<ServerResponse> unmatched(Channel channel) {
        Unmatched explanation = new Unmatched(catalogue, channel);
        return passing.answered(
                channel.name() + "/unmatched",
                RequestPredicates.path("/" + channel.name() + "/v1/**"),
                guards.channel(channel),
                explanation::explain);
    }
}
