package org.nxsi.simulators.http;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which handler answers which method and path; path parts in braces match anything and get that name. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    @FunctionalInterface
    interface Handler {
        Answer handle(Request request) throws Exception;
    }

    private record Route(String method, List<String> parts, Handler handler) {

        Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != parts.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    void add(String method, String path, Handler handler) {
        routes.add(new Route(method, parts(path), handler));
    }

    /** @throws Refusal 404 or 405 if nothing is offered there */
    Answer answer(String method, String path, @Nullable String rawQuery, InputStream body) throws Exception {
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(parts(path));
            if (variables.isPresent() && route.method().equals(method)) {
                return route.handler().handle(new Request(variables.get(), Request.query(rawQuery), body));
            }
            pathKnown |= variables.isPresent();
        }
        throw pathKnown
                ? new Refusal(405, "method-not-allowed", method + " is not offered here")
                : new Refusal(404, "not-found", "nothing is offered at " + path);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", 12)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
