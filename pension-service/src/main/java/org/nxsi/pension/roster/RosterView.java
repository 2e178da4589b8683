package org.nxsi.pension.roster;

/**
 * An import as its callers see it. When it is done, rows = created + updated + unchanged + bad.
 *
 * @param rows good and bad ones; 0 until all of the file is here
 * @param warnings good rows whose account number no card has: worth a look
 */
record RosterView(
        String id,
        RosterImport.State state,
        int rows,
        int created,
        int updated,
        int unchanged,
        int bad,
        int warnings,
        int chunks,
        int chunksDone) {

    private static final RosterImport.Received NOTHING =
            new RosterImport.Received("", RosterEncoding.UTF_8, 0, 0, 0, 0, 0);

    /** The answer to the upload, the same at its repetition. */
    static RosterView accepted(String id, RosterImport.Received received) {
        return of(id, RosterImport.State.APPLYING, received, RosterImport.Totals.NONE);
    }

    static RosterView of(Progress.Standing standing) {
        RosterImport roster = standing.roster();
        RosterImport.Received received = roster.received() == null ? NOTHING : roster.received();
        return of(roster.id(), standing.state(), received, standing.totals());
    }

    private static RosterView of(
            String id, RosterImport.State state, RosterImport.Received received, RosterImport.Totals totals) {
        return new RosterView(
                id,
                state,
                received.rows(),
                totals.created(),
                totals.updated(),
                totals.unchanged(),
                received.bad(),
                received.warnings(),
                received.chunks(),
                totals.chunksDone());
    }
}
