package org.nxsi.simulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.Seal;
import org.nxsi.simulators.bank.Bank;
import org.nxsi.simulators.bank.BankDay;
import org.nxsi.simulators.bank.BankName;
import org.nxsi.simulators.callback.Callbacks;
import org.nxsi.simulators.desk.BankDesk;
import org.nxsi.simulators.faults.Faults;
import org.nxsi.simulators.http.BankApi;
import org.nxsi.simulators.http.MedicalApi;
import org.nxsi.simulators.http.OracleApi;
import org.nxsi.simulators.http.SimulatorServer;

/** All banks, open for business. */
public final class Simulation implements Closeable {

    private final SequencedMap<String, BankDesk> desks;
    private final Callbacks callbacks;
    private final SimulatorServer server;

    private Simulation(SequencedMap<String, BankDesk> desks, Callbacks callbacks, SimulatorServer server) {
        this.desks = desks;
        this.callbacks = callbacks;
        this.server = server;
    }

    /** Opens every bank with the books it has, goes on telling what it owes, and listens. */
    public static Simulation start(Settings settings) throws IOException {
        BankDay day = BankDay.open(settings.data().resolve("clock"));
        SequencedMap<String, BankDesk> desks = new LinkedHashMap<>();
        Callbacks callbacks = new Callbacks(settings.gateway());
        try {
            for (BankName name : settings.banks()) {
                desks.put(name.code(), desk(settings, name, day));
            }
            SimulatorServer server = SimulatorServer.start(
                    settings.address(),
                    new BankApi(desks, callbacks),
                    new OracleApi(desks, day, callbacks),
                    new MedicalApi(day));
            callbacks.resume(desks.values());
            callbacks.watchDays(day, desks.values());
            return new Simulation(desks, callbacks, server);
        } catch (IOException | RuntimeException e) {
            callbacks.close();
            closeAll(desks);
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
        callbacks.close();
        closeAll(desks);
    }

    private static BankDesk desk(Settings settings, BankName name, BankDay day) throws IOException {
        Faults faults = settings.faults().of(name.code());
        InstantSource clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(faults.clockOff_ms()));
        Path folder = settings.data().resolve(PartnerKeys.bank(name.code()));
        Bank bank = Bank.open(name, folder, settings.bank(), day, clock);
        Seal seal = new Seal(PartnerKeys.load(settings.keys(), PartnerKeys.bank(name.code())));
        return new BankDesk(bank, seal, faults);
    }

    private static void closeAll(SequencedMap<String, BankDesk> desks) throws IOException {
        for (BankDesk desk : desks.values()) {
            desk.bank().close();
        }
    }
}
