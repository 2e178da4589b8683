package org.nxsi.enrollment.transfer;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * From where to where a relation goes.
 *
 * @param area the end that lies in Ningxia
 * @param other the other end, six digits of GB/T 2260
 */
record Places(Direction direction, AreaCode area, String other) {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final String NINGXIA = "64";

    /** The provinces of GB/T 2260 whose agencies take part in the exchange. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65");

    /** @throws ProblemException 400 naming the field; 422 if not exactly one end lies in Ningxia */
    static Places of(@Nullable String from, @Nullable String to) {
        boolean fromHere = isHere(place("from", from));
        boolean toHere = isHere(place("to", to));
        if (fromHere && toHere) {
            throw Problem.of(422, "within-ningxia", "转出地和转入地都在宁夏，不属于跨省转移接续")
                    .at("to")
                    .exception();
        }
        if (!fromHere && !toHere) {
            throw Problem.of(422, "neither-end-here", "转出地和转入地都不在宁夏，请向转入地申请")
                    .at("to")
                    .exception();
        }
        return toHere
                ? new Places(Direction.IN, area("to", place("to", to)), place("from", from))
                : new Places(Direction.OUT, area("from", place("from", from)), place("to", to));
    }

    static boolean isHere(String place) {
        return place.startsWith(NINGXIA);
    }

    /** @throws ProblemException 400 naming the field unless it is written like a place of the country */
    static String place(String field, @Nullable String text) {
        if (text == null) {
            throw Problem.badRequest("missing-field", field, "six digits of GB/T 2260")
                    .exception();
        }
        if (!SIX_DIGITS.matcher(text).matches() || !PROVINCES.contains(text.substring(0, 2))) {
            throw Problem.badRequest("invalid-field", field, "not an area of GB/T 2260")
                    .exception();
        }
        return text;
    }

    private static AreaCode area(String field, String code) {
        if (AreaCode.check(code) != null) {
            throw Problem.badRequest("invalid-field", field, "Ningxia has no such area")
                    .exception();
        }
        return AreaCode.parse(code);
    }
}
