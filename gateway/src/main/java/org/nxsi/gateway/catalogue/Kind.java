package org.nxsi.gateway.catalogue;

import java.util.Locale;

/** What people do with an item: 查询, 打印, 维护, 办理. */
public enum Kind {
    QUERY,
    PRINT,
    MAINTAIN,
    HANDLE;

    static Kind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
