package org.nxsi.pension.roster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.platform.identity.SocialNumber;

/** A roster in the making. Its persons are new to everyone unless told otherwise. */
public final class RosterFile {

    public static final String HEADER = "社会保障号码,姓名,参保地,险种,待遇开始年月,基础养老金,个人账户养老金,过渡性养老金,补贴,银行行别,银行账号,户名,资格认证有效期";

    private static final AtomicInteger PERSONS = new AtomicInteger();
    private static final int PERSONS_A_DAY = 999;

    private final List<byte[]> lines = new ArrayList<>();
    private final Charset charset;

    private RosterFile(Charset charset, String header) {
        this.charset = charset;
        line(header);
    }

    public static RosterFile utf8() {
        return new RosterFile(StandardCharsets.UTF_8, HEADER);
    }

    public static RosterFile gb18030() {
        return new RosterFile(Charset.forName("GB18030"), HEADER);
    }

    public static RosterFile withHeader(String header) {
        return new RosterFile(StandardCharsets.UTF_8, header);
    }

    /** A valid number that no other test has. */
    public static String newNumber() {
        int person = PERSONS.incrementAndGet();
        int day = person / PERSONS_A_DAY;
        return SocialNumber.complete("640104%04d%02d%02d%03d"
                        .formatted(1930 + day / 336, 1 + day / 28 % 12, 1 + day % 28, person % PERSONS_A_DAY))
                .value();
    }

    /** A row that nothing is wrong with. */
    public static String row(String number) {
        return row(number, "王小明", "2828.37");
    }

    public static String row(String number, String name, String basic) {
        return number + "," + name + ",640104,110,2015-02," + basic + ",688.86,960.13,50.00,102," + account(number)
                + "," + name + ",2020-12-31";
    }

    /** 19 digits, made of the person's number. */
    public static String account(String number) {
        return "6228" + number.substring(2, 17);
    }

    public RosterFile line(String line) {
        return line(line.getBytes(charset));
    }

    public RosterFile line(byte[] line) {
        lines.add(line);
        return this;
    }

    /** Good rows of new persons. */
    public RosterFile persons(int count) {
        for (int i = 0; i < count; i++) {
            line(row(newNumber()));
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            bytes.writeBytes(line);
            bytes.write('\r');
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }
}
