package org.nxsi.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount of money in whole fen (分). Arithmetic is exact; an overflow throws {@link ArithmeticException}.
 * In JSON an amount is a decimal string in yuan with two places: {@code "4477.36"}.
 */
public record Fen(long amount_fen) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    private static final Pattern YUAN = Pattern.compile("-?(0|[1-9][0-9]{0,13})\\.[0-9]{2}");
    private static final BigDecimal FEN_PER_YUAN = BigDecimal.valueOf(100);

    public static Fen of(long amount_fen) {
        return amount_fen == 0 ? ZERO : new Fen(amount_fen);
    }

    /**
     * Reads an amount in yuan with exactly two decimals.
     *
     * @throws IllegalArgumentException for any other notation, so that nobody guesses what "12" or "1,200.5" meant
     */
    @JsonCreator
    public static Fen ofYuan(String yuan) {
        if (!YUAN.matcher(yuan).matches()) {
            throw new IllegalArgumentException("not an amount in yuan with two decimals: " + yuan);
        }
        return of(new BigDecimal(yuan).multiply(FEN_PER_YUAN).longValueExact());
    }

    /** The one place where money is rounded: yuan to whole fen, half up (四舍五入到分). */
    public static Fen rounded(BigDecimal yuan) {
        return of(yuan.multiply(FEN_PER_YUAN).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public Fen plus(Fen other) {
        return of(Math.addExact(amount_fen, other.amount_fen));
    }

    public Fen minus(Fen other) {
        return of(Math.subtractExact(amount_fen, other.amount_fen));
    }

    public Fen negated() {
        return of(Math.negateExact(amount_fen));
    }

    public boolean isNegative() {
        return amount_fen < 0;
    }

    public boolean isPositive() {
        return amount_fen > 0;
    }

    public boolean isZero() {
        return amount_fen == 0;
    }

    /** The amount in yuan, scale 2. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(amount_fen, 2);
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount_fen, other.amount_fen);
    }

    /** Yuan with two decimals, the notation of {@link #ofYuan}. */
    @JsonValue
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
