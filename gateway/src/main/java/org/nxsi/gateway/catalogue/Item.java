package org.nxsi.gateway.catalogue;

import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Role;

/**
 * A row of an annex.
 *
 * @param number its number in the annex
 * @param scope its 类型, where the annex gives one
 * @param name its 事项名称, exactly
 */
public record Item(int number, @Nullable String scope, String name, Operation operation) {

    private static final String EMPLOYERS = "单位用户";

    /** Items for employers need an employer's agent; all others a citizen. */
    public Role role() {
        return EMPLOYERS.equals(scope) ? Role.EMPLOYER_AGENT : Role.CITIZEN;
    }
}
