package org.nxsi.gateway.routing;

import java.util.List;
import java.util.stream.Collectors;
import org.nxsi.gateway.catalogue.Catalogue;
import org.nxsi.gateway.catalogue.Channel;
import org.nxsi.gateway.catalogue.Operation;
import org.nxsi.gateway.protection.Answers;
import org.nxsi.platform.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says why a request on a channel leads nowhere: another channel's item, another method, or nothing at all. */
final class Unmatched {

    private final Catalogue catalogue;
    private final Channel channel;

    Unmatched(Catalogue catalogue, Channel channel) {
        this.catalogue = catalogue;
        this.channel = channel;
    }

    ServerResponse explain(ServerRequest request) {
        String path = request.requestPath().pathWithinApplication().value();
        PathContainer servicePath =
                PathContainer.parsePath(path.substring(channel.name().length() + 1));
        List<Operation> there = catalogue.operations().stream()
                .filter(operation -> operation.requests().stream().anyMatch(offered -> offered.isAt(servicePath)))
                .toList();
        if (there.isEmpty()) {
            return Answers.of(Problem.notFound("unknown-path", "there is nothing at this address"));
        }
        List<String> methodsHere = there.stream()
                .filter(channel::offers)
                .flatMap(operation -> operation.requests().stream())
                .filter(offered -> offered.isAt(servicePath))
                .map(offered -> offered.method().name())
                .distinct()
                .toList();
        return methodsHere.isEmpty() ? notOnChannel(there) : wrongMethod(request, methodsHere);
    }

    private ServerResponse notOnChannel(List<Operation> operations) {
        List<Channel> offering = operations.stream()
                .flatMap(operation -> catalogue.offering(operation).stream())
                .distinct()
                .toList();
        String titles = offering.stream().map(Channel::title).collect(Collectors.joining(", "));
        return Answers.of(
                Problem.notFound("item-not-on-channel", "not offered on " + channel.title() + " but on " + titles)
                        .with("channel", channel.name())
                        .with("channels", offering.stream().map(Channel::name).toList()));
    }

    private static ServerResponse wrongMethod(ServerRequest request, List<String> methods) {
        Problem problem = Problem.of(
                405,
                "method-not-allowed",
                request.method() + " is not offered here, " + String.join(", ", methods) + " is");
        return ServerResponse.status(problem.status())
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
