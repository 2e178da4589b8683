package org.nxsi.simulators;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.Seal;
import org.nxsi.simulators.bank.BankName;
import org.nxsi.simulators.bank.BankSettings;
import org.nxsi.simulators.callback.GatewaySettings;
import org.nxsi.simulators.faults.FaultPlan;

/** The banks, the bureau that orders and the gateway that hears, all in this process and on real HTTP. */
final class Street implements Closeable {

    static final BankSettings QUICK = new BankSettings(0, 0, 5_000);
    static final BankSettings SLOW = new BankSettings(3_600_000, 3_600_000, 5_000);

    private final Path folder;
    private final Seal seal;
    private FakeGateway gateway;
    private Simulation simulation;

    private Street(Path folder, Seal seal, FakeGateway gateway, Simulation simulation) {
        this.folder = folder;
        this.seal = seal;
        this.gateway = gateway;
        this.simulation = simulation;
    }

    static Street open(Path folder) throws IOException {
        return open(folder, QUICK, "");
    }

    static Street open(Path folder, BankSettings banks, String faults) throws IOException {
        Seal seal = new Seal(keys(folder));
        FakeGateway gateway = new FakeGateway(seal);
        return new Street(folder, seal, gateway, start(folder, gateway.uri(), banks, faults));
    }

    static PartnerKeys keys(Path folder) throws IOException {
        List<String> names = new ArrayList<>(BankName.all().stream()
                .map(bank -> PartnerKeys.bank(bank.code()))
                .toList());
        names.add(PartnerKeys.BUREAU);
        PartnerKeys.generate(folder.resolve("keys"), names);
        return PartnerKeys.load(folder.resolve("keys"));
    }

    Bureau bureau() {
        return new Bureau(seal, URI.create("http://127.0.0.1:" + simulation.port()));
    }

    FakeGateway gateway() {
        return gateway;
    }

    void restartBanks(BankSettings banks) throws IOException {
        restartBanks(banks, "");
    }

    void restartBanks(BankSettings banks, String faults) throws IOException {
        simulation.close();
        simulation = start(folder, gateway.uri(), banks, faults);
    }

    void stopGateway() {
        gateway.close();
    }

    void startGatewayAgain() throws IOException {
        gateway = new FakeGateway(seal, gateway.uri().getPort());
    }

    @Override
    public void close() throws IOException {
        simulation.close();
        gateway.close();
    }

    private static Simulation start(Path folder, URI gateway, BankSettings banks, String faults) throws IOException {
        Map<String, String> secrets = BankName.all().stream()
                .collect(Collectors.toMap(BankName::code, bank -> "bank-" + bank.code() + "-local-secret"));
        return Simulation.start(new Settings(
                new InetSocketAddress("127.0.0.1", 0),
                folder.resolve("keys"),
                folder.resolve("data"),
                BankName.all(),
                banks,
                new GatewaySettings(gateway, gateway.resolve("/realm"), secrets, 400, 5),
                FaultPlan.parse(faults)));
    }
}
