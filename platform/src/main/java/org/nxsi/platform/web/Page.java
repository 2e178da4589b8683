package org.nxsi.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next cursor of the following page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** From limit+1 items in order: the one too many only tells that there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, PageRequest request, Function<T, String> key) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, request.limit()));
        return new Page<>(items, PageRequest.cursor(key.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }
}
