package org.nxsi.enrollment.employer;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Employer.Contact;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/** What may change of an employer. In a change every value is the text that people write. */
enum EmployerField {
    NAME("name", "单位名称"),
    AREA("area", "参保地"),
    UNIT_TYPE("unitType", "单位类型"),
    SIZE("size", "单位规模"),
    RISK_CLASS("riskClass", "工伤保险行业风险类别"),
    FLOAT("floatRatio", "工伤保险费率浮动"),
    CONTACT_PERSON("contactPerson", "联系人"),
    PHONE("phone", "联系电话"),
    ADDRESS("address", "地址");

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{2,100}");
    private static final Pattern PHONES = Pattern.compile("1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}");

    private final String key;
    private final String title;

    EmployerField(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As in requests and answers. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** Whether it bears on who looks after the employer or on what it pays: then a reviewer decides. */
    boolean needsReviewer() {
        return switch (this) {
            case NAME, AREA, UNIT_TYPE, SIZE, RISK_CLASS, FLOAT -> true;
            case CONTACT_PERSON, PHONE, ADDRESS -> false;
        };
    }

    /** Whether it holds from a month on. */
    boolean holdsByMonth() {
        return switch (this) {
            case SIZE, RISK_CLASS, FLOAT -> true;
            case NAME, AREA, UNIT_TYPE, CONTACT_PERSON, PHONE, ADDRESS -> false;
        };
    }

    /** Whether an agent may ask for it; the float is the agency's own finding. */
    boolean agentMayAsk() {
        return this != FLOAT;
    }

    /** Null if the text can be a value of it; else what it should be. */
    @Nullable
    String objection(String value) {
        return switch (this) {
            case NAME, ADDRESS -> TEXT.matcher(value).matches() ? null : "2 to 100 characters";
            case CONTACT_PERSON -> TEXT.matcher(value).matches() && value.length() <= 60 ? null : "2 to 60 characters";
            case AREA -> AreaCode.check(value) == null ? null : "a listed area of six digits";
            case UNIT_TYPE -> value.matches("[1-9][0-9]") ? null : "two digits of list AAB019";
            case SIZE -> List.of("LARGE", "SMALL", "EXCLUDED").contains(value) ? null : "LARGE, SMALL or EXCLUDED";
            case RISK_CLASS -> value.matches("[1-8]") ? null : "1 to 8";
            case FLOAT -> value.matches("[0-9]\\.[0-9]{1,2}") ? null : "a ratio like 1.2";
            case PHONE -> PHONES.matcher(value).matches() ? null : "a mobile number, or one with its area code";
        };
    }

    /** What stands now; null where nothing does. */
    @Nullable
    String of(Employer employer, Month month) {
        Contact contact = employer.contact();
        return switch (this) {
            case NAME -> employer.name();
            case AREA -> employer.area().code();
            case UNIT_TYPE -> employer.unitType().code();
            case SIZE -> FromMonth.in(employer.sizes(), month);
            case RISK_CLASS -> FromMonth.in(employer.riskClasses(), month);
            case FLOAT -> FromMonth.in(employer.floats(), month);
            case CONTACT_PERSON -> contact == null ? null : contact.person();
            case PHONE -> contact == null ? null : contact.phone();
            case ADDRESS -> contact == null ? null : contact.address();
        };
    }

    /** The employer with this value, from the month on where it holds by month. */
    Employer with(Employer employer, Month from, String value) {
        Contact contact = employer.contact() == null ? Contact.NONE : employer.contact();
        return switch (this) {
            case NAME -> employer.with(value, employer.area(), employer.unitType(), contact);
            case AREA -> employer.with(employer.name(), AreaCode.parse(value), employer.unitType(), contact);
            case UNIT_TYPE -> employer.with(employer.name(), employer.area(), UnitType.parse(value), contact);
            case CONTACT_PERSON -> employer.with(new Contact(value, contact.phone(), contact.address()));
            case PHONE -> employer.with(new Contact(contact.person(), value, contact.address()));
            case ADDRESS -> employer.with(new Contact(contact.person(), contact.phone(), value));
            case SIZE ->
                employer.with(FromMonth.set(employer.sizes(), from, value), employer.riskClasses(), employer.floats());
            case RISK_CLASS ->
                employer.with(employer.sizes(), FromMonth.set(employer.riskClasses(), from, value), employer.floats());
            case FLOAT ->
                employer.with(
                        employer.sizes(),
                        employer.riskClasses(),
                        FromMonth.set(employer.floats(), from, new BigDecimal(value).toPlainString()));
        };
    }
}
