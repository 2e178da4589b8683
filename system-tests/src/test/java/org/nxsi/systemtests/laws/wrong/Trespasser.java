package org.nxsi.systemtests.laws.wrong;

import java.net.http.HttpClient;
import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.laws.Breach;
import org.nxsi.systemtests.laws.Law;

/** Wrong on purpose: a law that looks for itself. */
class Trespasser implements Law {

    @Override
    public String name() {
        return "trespasser";
    }

    @Override
    public String source() {
        return "none";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        return List.of(new Breach("here", HttpClient.newHttpClient().toString()));
    }
}
