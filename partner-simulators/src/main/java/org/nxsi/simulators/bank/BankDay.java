package org.nxsi.simulators.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The business day that all banks post on: today in China, or the day that the simulation was set to, also after a restart. */
public final class BankDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Path file;
    private volatile Optional<LocalDate> set;

    private BankDay(Path file, Optional<LocalDate> set) {
        this.file = file;
        this.set = set;
    }

    public static BankDay open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new BankDay(
                file,
                Files.exists(file)
                        ? Optional.of(LocalDate.parse(Files.readString(file).trim()))
                        : Optional.empty());
    }

    public LocalDate today() {
        return set.orElseGet(() -> LocalDate.now(CHINA));
    }

    public void set(LocalDate date) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, date.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        set = Optional.of(date);
    }
}
