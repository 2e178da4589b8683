package org.nxsi.pension.roster;

import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.nxsi.pension.roster.RosterImport.State;
import org.springframework.stereotype.Component;

/** A roster is under way from its first byte until every chunk is applied; one that fell silent is given up for good. */
@Component
class RostersUnderWay implements BeneficiaryGate.Rosters {

    private final RosterImports imports;
    private final Progress progress;

    RostersUnderWay(RosterImports imports, Progress progress) {
        this.imports = imports;
        this.progress = progress;
    }

    @Override
    public boolean isChanging(String id) {
        imports.giveUpSilent();
        RosterImport roster = imports.byId(id);
        if (roster == null) {
            return false;
        }
        State state = progress.of(roster).state();
        return switch (state) {
            case RECEIVING, APPLYING -> true;
            case DONE, FAILED -> false;
        };
    }
}
