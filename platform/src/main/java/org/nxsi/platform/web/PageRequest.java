package org.nxsi.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What part of a list is wanted: {@code ?limit=…&cursor=…}.
 *
 * @param limit items on the page, 1 to the configured most
 * @param after sort key of the last item seen; null at the beginning
 */
public record PageRequest(int limit, @Nullable String after) {

    /** @throws ProblemException 400 for a limit out of range or a cursor that is not ours */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, int most) {
        int wanted = limit == null ? Math.min(100, most) : limit;
        if (wanted < 1 || wanted > most) {
            throw Problem.badRequest("invalid-parameter", "limit", "limit is between 1 and " + most)
                    .exception();
        }
        return new PageRequest(wanted, cursor == null || cursor.isEmpty() ? null : key(cursor));
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.badRequest("invalid-parameter", "cursor", "not a cursor of this list")
                    .exception();
        }
    }
}
