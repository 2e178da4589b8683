package org.nxsi.systemtests.laws;

import org.jspecify.annotations.Nullable;

/**
 * One place where a law is broken, with what is needed to find the fault.
 *
 * @param where the run, batch, instruction, voucher or account, by its id
 * @param what what should be and what is
 */
public record Breach(String where, String what) {

    static Breach of(String where, String what, @Nullable Object... values) {
        return new Breach(where, what.formatted(values));
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
