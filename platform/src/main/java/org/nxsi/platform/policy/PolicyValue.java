package org.nxsi.platform.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.nxsi.platform.money.Fen;

/**
 * A known value with the version it comes from. Asking for another type than the data has throws {@link
 * IllegalStateException}: data and code disagree.
 */
public final class PolicyValue {

    private final PolicyVersion version;
    private final PolicyContent content;
    private final String unit;
    private final String provenance;

    PolicyValue(PolicyEntry entry, PolicyContent content) {
        this.version = entry.version();
        this.content = content;
        this.unit = entry.unit();
        this.provenance = entry.provenance();
    }

    public PolicyVersion version() {
        return version;
    }

    /** The unit as written in the data, for example {@code ratio}, {@code months}, {@code yuan-per-month}. */
    public String unit() {
        return unit;
    }

    /** Where the value was found, in words. */
    public String provenance() {
        return provenance;
    }

    public BigDecimal decimal() {
        return content instanceof PolicyContent.Figure figure ? figure.value() : fail("a number");
    }

    /** @throws ArithmeticException if the number has decimals */
    public int integer() {
        return decimal().intValueExact();
    }

    /** @throws ArithmeticException if the number has fractions of a fen */
    public Fen amount() {
        return unit.startsWith("yuan")
                ? Fen.ofYuan(decimal().setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                : fail("an amount in yuan");
    }

    public String text() {
        return content instanceof PolicyContent.Text text ? text.value() : fail("a text");
    }

    public boolean flag() {
        return content instanceof PolicyContent.Flag flag ? flag.value() : fail("true or false");
    }

    public List<BigDecimal> list() {
        return content instanceof PolicyContent.Listing listing ? listing.values() : fail("a list");
    }

    /** The rows of a table, unmodifiable, in the order of the data. */
    public Map<String, BigDecimal> table() {
        return content instanceof PolicyContent.Table table ? table.rows() : fail("a table");
    }

    /** @throws IllegalStateException if the table has no such row */
    public BigDecimal row(String name) {
        BigDecimal row = table().get(name);
        return row != null ? row : fail("a table with the row " + name);
    }

    @Override
    public String toString() {
        return version.key() + "=" + content;
    }

    private <T> T fail(String expected) {
        throw new IllegalStateException(version.key() + " is not " + expected);
    }
}
