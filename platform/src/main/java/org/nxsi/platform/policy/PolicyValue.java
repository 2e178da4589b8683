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
        if (content instanceof PolicyContent.Figure figure) {
            return figure.value();
        }
        throw isNot("a number");
    }

    /**
     * The number as a whole one.
     *
     * @throws ArithmeticException if it has decimals
     */
    public int integer() {
        return decimal().intValueExact();
    }

    /**
     * The number as money; its unit is one in yuan.
     *
     * @throws ArithmeticException if it has fractions of a fen
     */
    public Fen amount() {
        if (!unit.startsWith("yuan")) {
            throw isNot("an amount in yuan");
        }
        return Fen.ofYuan(decimal().setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    public String text() {
        if (content instanceof PolicyContent.Text text) {
            return text.value();
        }
        throw isNot("a text");
    }

    public boolean flag() {
        if (content instanceof PolicyContent.Flag flag) {
            return flag.value();
        }
        throw isNot("true or false");
    }

    public List<BigDecimal> list() {
        if (content instanceof PolicyContent.Listing listing) {
            return listing.values();
        }
        throw isNot("a list");
    }

    /** The rows of a table, unmodifiable, in the order of the data. */
    public Map<String, BigDecimal> table() {
        if (content instanceof PolicyContent.Table table) {
            return table.rows();
        }
        throw isNot("a table");
    }

    /**
     * One row of a table.
     *
     * @throws IllegalStateException if there is no such row
     */
    public BigDecimal row(String name) {
        BigDecimal row = table().get(name);
        if (row == null) {
            throw isNot("a table with the row " + name);
        }
        return row;
    }

    @Override
    public String toString() {
        return version.key() + "=" + content;
    }

    private IllegalStateException isNot(String expected) {
        return new IllegalStateException(version.key() + " is not " + expected);
    }
}
