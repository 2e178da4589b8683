package org.nxsi.enrollment.putoff;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where business came in; the ledger's words. */
public enum Channel {
    WINDOW(null),
    PHONE(null),
    WEB("web"),
    M12333("m12333"),
    MY_NINGXIA("my-ningxia"),
    SYSTEM(null);

    private final @Nullable String client;

    Channel(@Nullable String client) {
        this.client = client;
    }

    /** The channel that a token was issued to; what staff do is done at the window. */
    public static Channel ofClient(String client) {
        return Arrays.stream(values())
                .filter(each -> client.equals(each.client))
                .findFirst()
                .orElse(WINDOW);
    }
}
