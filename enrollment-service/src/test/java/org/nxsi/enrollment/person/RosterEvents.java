package org.nxsi.enrollment.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import tools.jackson.databind.json.JsonMapper;

/** What pension-service says of persons, as it stands on its topic. */
final class RosterEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private RosterEvents() {}

    record Line(
            String personId,
            String socialNumber,
            String name,
            String area,
            String scheme,
            String entitledFrom,
            String effect,
            long version) {

        Line withArea(String other) {
            return new Line(personId, socialNumber, name, other, scheme, entitledFrom, effect, version);
        }

        Line withScheme(String other) {
            return new Line(personId, socialNumber, name, area, other, entitledFrom, effect, version);
        }

        Line withVersion(long other) {
            return new Line(personId, socialNumber, name, area, scheme, entitledFrom, effect, other);
        }

        Line withName(String other) {
            return new Line(personId, socialNumber, other, area, scheme, entitledFrom, effect, version);
        }

        Line withPersonId(String other) {
            return new Line(other, socialNumber, name, area, scheme, entitledFrom, effect, version);
        }
    }

    /** A person of 兴庆区 under scheme 110; the same serial is the same person. */
    static Line line(int serial) {
        SocialNumber number = number(serial);
        return new Line(idOf(number).value(), number.value(), "张明", "640104", "110", "2012-03", "created", 1);
    }

    static SocialNumber number(int serial) {
        return SocialNumber.complete("64010419%02d0229%03d".formatted(4 * (10 + serial / 1000 % 15), serial % 1000));
    }

    static PersonId idOf(SocialNumber number) {
        return PersonId.of(ServiceUnderTest.PERSON_ID_KEY, number);
    }

    static byte[] bytes(String id, Instant time, List<Line> lines) {
        return JSON.writeValueAsBytes(Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "urn:nxsi:pension-service",
                "type",
                RosterBatch.EVENT,
                "subject",
                id,
                "time",
                time.toString(),
                "datacontenttype",
                "application/json",
                "aggregateversion",
                1,
                "data",
                Map.of("roster", "R-" + id, "persons", lines)));
    }

    static ReceivedEvent received(String id, Instant time, List<Line> lines) {
        return new ReceivedEvent(
                id,
                id,
                RosterBatch.EVENT,
                id,
                1,
                time,
                JSON.valueToTree(Map.of("roster", "R-" + id, "persons", lines)));
    }
}
