package org.nxsi.simulators.medical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Stands in for the medical-insurance bureau (医保局), which owns 310 and 390: its answers are made up, and the same for the
 * same person for ever.
 */
public final class MedicalBureau {

    private static final Pattern PERSON = Pattern.compile("[a-z2-7]{26}");
    private static final int KINDS = 4;
    private static final int FIRST_YEAR = 2009;
    private static final int YEARS = 10;
    private static final int MONTHS = 12;

    private MedicalBureau() {}

    /**
     * A medical relation.
     *
     * @param scheme 310 of employees, 390 of residents
     * @param state of list AAC031
     * @param from first month
     */
    public record Relation(String scheme, String state, String stateName, String area, String from) {}

    /** Whether it can be an opaque person id. */
    public static boolean isPerson(String id) {
        return PERSON.matcher(id).matches();
    }

    /** One person in four has none, one is a resident, two are employees. */
    public static List<Relation> relationsOf(String person) {
        byte[] lot = sha256(person);
        String from =
                "%04d-%02d".formatted(FIRST_YEAR + Math.floorMod(lot[1], YEARS), 1 + Math.floorMod(lot[2], MONTHS));
        return switch (Math.floorMod(lot[0], KINDS)) {
            case 0 -> List.of();
            case 1 -> List.of(new Relation("390", "1", "参保缴费", "640100", from));
            default -> List.of(new Relation("310", "1", "参保缴费", "640100", from));
        };
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
