package org.nxsi.gateway.catalogue;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One request of an operation as its owner serves it, without the channel's prefix.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path such as {@code /v1/persons/me/card/loss-reports}; may have variables
 */
public record OfferedRequest(HttpMethod method, PathPattern path) {

    /** @throws IllegalArgumentException unless the text is a method, a blank and a path under {@code /v1/} */
    static OfferedRequest parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2 || !parts[1].startsWith("/v1/")) {
            throw new IllegalArgumentException("not a method and a path under /v1/: " + text);
        }
        return new OfferedRequest(HttpMethod.valueOf(parts[0]), PathPatternParser.defaultInstance.parse(parts[1]));
    }

    public boolean isAt(PathContainer servicePath) {
        return path.matches(servicePath);
    }

    public boolean isRead() {
        return method.equals(HttpMethod.GET);
    }
}
