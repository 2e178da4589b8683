package org.nxsi.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller its {@link PageRequest}, within the configured limit. */
class PageRequestResolver implements HandlerMethodArgumentResolver {

    private final int most;

    PageRequestResolver(int most) {
        this.most = most;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return PageRequest.of(number(request.getParameter("limit")), request.getParameter("cursor"), most);
    }

    private static @Nullable Integer number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw Problem.badRequest("invalid-parameter", "limit", "limit is a number")
                    .exception();
        }
    }
}
