package org.nxsi.simulators.http;

import java.util.Map;
import org.nxsi.simulators.bank.BankDay;
import org.nxsi.simulators.medical.MedicalBureau;

/** What the medical-insurance bureau answers. */
public final class MedicalApi {

    private final BankDay day;

    /** @param day as of which it answers */
    public MedicalApi(BankDay day) {
        this.day = day;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/medical/v1/persons/{person}/relations", this::relations);
    }

    private Answer relations(Request request) {
        String person = request.variable("person");
        if (!MedicalBureau.isPerson(person)) {
            throw new Refusal(400, "bad-person", "not an opaque person id");
        }
        return Answer.json(Map.of("asOf", day.today().toString(), "relations", MedicalBureau.relationsOf(person)));
    }
}
