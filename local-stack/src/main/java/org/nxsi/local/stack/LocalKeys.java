package org.nxsi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.nxsi.platform.partner.PartnerKeys;

/** The SM2 keys of this machine's bureau and partners: each side has its own private keys and everyone's public ones. */
final class LocalKeys {

    private static final List<String> PARTNERS = Stream.concat(
                    DemoBank.codes().stream().map(PartnerKeys::bank), Stream.of("hospital-6401001"))
            .toList();

    private LocalKeys() {}

    /** Makes what is missing; keys that exist stay. */
    static void prepare(Path keys) {
        Path bureau = keys.resolve("bureau");
        Path partners = keys.resolve("partners");
        try {
            PartnerKeys.generate(bureau, List.of(PartnerKeys.BUREAU));
            PartnerKeys.generate(partners, PARTNERS);
            sharePublicKeys(bureau, partners);
            sharePublicKeys(partners, bureau);
        } catch (IOException failure) {
            throw new StackFailure("cannot make the keys in " + keys + ": " + failure.getMessage(), failure);
        }
    }

    private static void sharePublicKeys(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pub")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
