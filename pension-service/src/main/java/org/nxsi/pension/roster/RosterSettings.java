package org.nxsi.pension.roster;

import java.time.Duration;
import org.nxsi.platform.money.Fen;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the roster import.
 *
 * @param maxSize longest file
 * @param maxRow longest row, without its line break
 * @param chunkRows rows of a chunk, good and bad; at most 1,000, since a chunk becomes one event of that many lines
 * @param maxComponentYuan largest part of a monthly benefit, in yuan with two decimals; more is taken for a slip
 * @param uploadLease an upload whose process has not been heard of for so long is given up
 * @param uploadPatience an upload that brings nothing for so long is given up
 */
@ConfigurationProperties("nxsi.pension.roster")
record RosterSettings(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("4KB") DataSize maxRow,
        @DefaultValue("1000") int chunkRows,
        @DefaultValue("100000.00") String maxComponentYuan,
        @DefaultValue("20s") Duration uploadLease,
        @DefaultValue("2m") Duration uploadPatience) {

    private static final int MOST_ROWS = 1_000;

    RosterSettings {
        if (chunkRows < 1 || chunkRows > MOST_ROWS) {
            throw new IllegalArgumentException("nxsi.pension.roster.chunk-rows is between 1 and " + MOST_ROWS);
        }
    }

    Fen maxComponent() {
        return Fen.ofYuan(maxComponentYuan);
    }
}
