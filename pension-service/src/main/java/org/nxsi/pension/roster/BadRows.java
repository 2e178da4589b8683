package org.nxsi.pension.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** The report of bad rows, page by page out of the chunks. */
@Component
class BadRows {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    private final Chunks chunks;

    BadRows(Chunks chunks) {
        this.chunks = chunks;
    }

    /**
     * Where a fault stands; the cursor.
     *
     * @param chunk number of the chunk
     * @param index place among the chunk's faults
     */
    private record Place(int chunk, int index) {

        static final Place START = new Place(0, -1);

        static Place of(String text) {
            Matcher place = PLACE.matcher(text);
            if (!place.matches()) {
                throw Problem.badRequest("invalid-parameter", "cursor", "not a cursor of this list")
                        .exception();
            }
            return new Place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        }

        String text() {
            return chunk + "/" + index;
        }
    }

    private record Placed(Place place, RowFault fault) {}

    Page<RowFault> page(String roster, PageRequest page) {
        Place after = page.after() == null ? Place.START : Place.of(page.after());
        List<Placed> found = new ArrayList<>();
        for (Chunk chunk : chunks.withBadRows(roster, after.chunk())) {
            int number = Chunk.numberOf(chunk.id());
            int first = number == after.chunk() ? after.index() + 1 : 0;
            for (int i = first; i < chunk.bad().size() && found.size() <= page.limit(); i++) {
                found.add(new Placed(new Place(number, i), chunk.bad().get(i)));
            }
            if (found.size() > page.limit()) {
                break;
            }
        }
        return Page.of(found, page, placed -> placed.place().text()).map(Placed::fault);
    }
}
