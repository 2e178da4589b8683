package org.nxsi.enrollment.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.nxsi.platform.money.Fen;

/** How the interest of a year is reckoned; which one applies is policy {@code account.interest_method}. */
enum InterestMethod {
    /** 月积数法, 劳办发〔1997〕116号: what comes in month n earns 13 − n months. */
    MONTH_PRODUCT("month-product") {
        @Override
        BigDecimal weight(Flow flow) {
            return flow.amount().yuan().multiply(BigDecimal.valueOf(13L - flow.month()));
        }

        @Override
        BigDecimal inYear(BigDecimal weighed, BigDecimal rate) {
            return weighed.multiply(rate).divide(TWELVE, MathContext.DECIMAL128);
        }
    },
    /** 年度近似: the year's sum, times 1.083, half the rate. */
    ANNUAL_APPROXIMATION("annual-approximation") {
        @Override
        BigDecimal weight(Flow flow) {
            return flow.amount().yuan();
        }

        @Override
        BigDecimal inYear(BigDecimal weighed, BigDecimal rate) {
            return weighed.multiply(rate).multiply(APPROXIMATION).divide(TWO, MathContext.DECIMAL128);
        }
    },
    /** 当年不计息: money of the year earns from the next one. */
    NONE_IN_YEAR("none-in-year") {
        @Override
        BigDecimal weight(Flow flow) {
            return BigDecimal.ZERO;
        }

        @Override
        BigDecimal inYear(BigDecimal weighed, BigDecimal rate) {
            return BigDecimal.ZERO;
        }
    };

    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal APPROXIMATION = new BigDecimal("1.083");

    private final String policy;

    InterestMethod(String policy) {
        this.policy = policy;
    }

    /**
     * Money that came or went in a year.
     *
     * @param month 1 to 12, from which it counts
     * @param amount below zero for what went away
     */
    record Flow(int month, Fen amount) {

        Flow {
            if (month < 1 || month > 12) {
                throw new IllegalArgumentException("not a month of a year: " + month);
            }
        }
    }

    abstract BigDecimal weight(Flow flow);

    abstract BigDecimal inYear(BigDecimal weighed, BigDecimal rate);

    /**
     * The interest of one year, rounded once.
     *
     * @param opening what stood on the account when the year began
     * @param rate a year: {@code 0.0761}
     */
    Fen interest(Fen opening, List<Flow> flows, BigDecimal rate) {
        BigDecimal weighed = flows.stream().map(this::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Fen.rounded(opening.yuan().multiply(rate).add(inYear(weighed, rate)));
    }

    /** As policy data calls it. */
    String policy() {
        return policy;
    }

    /** @throws IllegalStateException for a method that is not known here: data and code disagree */
    static InterestMethod parse(String policy) {
        return Arrays.stream(values())
                .filter(method -> method.policy.equals(policy))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a method of reckoning interest: " + policy));
    }
}
