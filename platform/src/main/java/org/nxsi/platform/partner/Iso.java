package org.nxsi.platform.partner;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/** The pieces that the three documents share, from our values to the library's types and back. */
final class Iso {

    static final int MAX_ID = 35;
    static final int MAX_ACCOUNT = 34;
    static final int MAX_TEXT = 140;

    private static final String YUAN = "CNY";
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private Iso() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(CHINA);
    }

    static Instant instant(@Nullable OffsetDateTime time, String path) {
        return required(time, path).toInstant();
    }

    /** Documents carry whole seconds, so that what is read equals what was written. */
    static Instant wholeSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    static DateAndDateTime2Choice date(LocalDate date) {
        return new DateAndDateTime2Choice().setDt(date);
    }

    static LocalDate date(@Nullable DateAndDateTime2Choice choice, String path) {
        return required(required(choice, path).getDt(), path);
    }

    static ActiveOrHistoricCurrencyAndAmount amount(Fen amount) {
        return new ActiveOrHistoricCurrencyAndAmount().setCcy(YUAN).setValue(amount.yuan());
    }

    static Fen amount(@Nullable ActiveOrHistoricCurrencyAndAmount amount, String path) {
        ActiveOrHistoricCurrencyAndAmount given = required(amount, path);
        if (!YUAN.equals(given.getCcy())) {
            throw new MalformedMessage(path + " is not in " + YUAN);
        }
        return fen(given.getValue(), path);
    }

    static Fen fen(@Nullable BigDecimal yuan, String path) {
        try {
            return Fen.of(required(yuan, path).movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new MalformedMessage(path + " is no amount in whole fen", e);
        }
    }

    static AccountIdentification4Choice accountId(String account) {
        return new AccountIdentification4Choice().setOthr(new GenericAccountIdentification1().setId(account));
    }

    static CashAccount38 account(String account) {
        return new CashAccount38().setId(accountId(account));
    }

    static String account(@Nullable CashAccount38 account, String path) {
        return accountId(required(account, path).getId(), path);
    }

    static String accountId(@Nullable AccountIdentification4Choice id, String path) {
        return required(required(required(id, path).getOthr(), path).getId(), path);
    }

    static PartyIdentification135 party(String name) {
        return new PartyIdentification135().setNm(name);
    }

    static BranchAndFinancialInstitutionIdentification6 agent(String bank) {
        return new BranchAndFinancialInstitutionIdentification6()
                .setFinInstnId(new FinancialInstitutionIdentification18()
                        .setClrSysMmbId(new ClearingSystemMemberIdentification2().setMmbId(bank)));
    }

    static String agent(@Nullable BranchAndFinancialInstitutionIdentification6 agent, String path) {
        FinancialInstitutionIdentification18 institution =
                required(required(agent, path).getFinInstnId(), path);
        return required(required(institution.getClrSysMmbId(), path).getMmbId(), path);
    }

    /** @throws MalformedMessage if an element that the document must have is missing */
    static <V> V required(@Nullable V value, String path) {
        if (value == null) {
            throw new MalformedMessage("missing: " + path);
        }
        return value;
    }

    /** @throws MalformedMessage for a code that the list does not have */
    static <C extends Enum<C>> C code(Class<C> list, @Nullable String code, String path) {
        try {
            return Enum.valueOf(list, required(code, path));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("unknown code in " + path, e);
        }
    }

    /** @throws MalformedMessage if empty, too long, or with characters that XML does not carry unchanged */
    static String text(String value, int maxLength, String path) {
        if (value.isEmpty() || value.length() > maxLength) {
            throw new MalformedMessage(path + " must have 1 to " + maxLength + " characters");
        }
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (!survivesXml(value.codePointAt(i))) {
                throw new MalformedMessage(path + " has a character that XML does not carry");
            }
        }
        return value;
    }

    private static boolean survivesXml(int codePoint) {
        boolean control = codePoint < 0x20 || (codePoint >= 0x7F && codePoint <= 0x9F);
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !control && !loneSurrogate && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }
}
