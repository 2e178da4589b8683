package org.nxsi.platform.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * The SM2 keys one partner works with: its own private key and the public keys of those it talks to. Names are file
 * names: {@code bureau}, {@code bank-102}.
 */
public final class PartnerKeys {

    /** The bureau's own name among the partners. */
    public static final String BUREAU = "bureau";

    private static final int MAX_PARTNERS = 10_000;

    private final String self;
    private final ECPrivateKeyParameters privateKey;
    private final Map<String, ECPublicKeyParameters> publicKeys;

    private PartnerKeys(String self, ECPrivateKeyParameters privateKey, Map<String, ECPublicKeyParameters> publicKeys) {
        this.self = self;
        this.privateKey = privateKey;
        this.publicKeys = Map.copyOf(publicKeys);
    }

    /** A bank's name among the partners: {@code bank-102}. */
    public static String bank(String code) {
        return "bank-" + code;
    }

    /** The bureau's keys: {@code bureau.key} and every {@code *.pub} of the folder. */
    public static PartnerKeys load(Path folder) throws IOException {
        return load(folder, BUREAU);
    }

    /**
     * The keys of one partner: its {@code .key} (PKCS#8, PEM) and every {@code .pub} (SPKI, PEM) of the folder.
     *
     * @throws IOException if a file is missing or holds no SM2 key
     */
    public static PartnerKeys load(Path folder, String self) throws IOException {
        Map<String, ECPublicKeyParameters> publicKeys = new HashMap<>();
        for (Path file : publicKeyFiles(folder)) {
            String name = file.getFileName().toString();
            publicKeys.put(name.substring(0, name.length() - ".pub".length()), KeyFiles.readPublic(file));
        }
        return new PartnerKeys(self, KeyFiles.readPrivate(folder.resolve(self + ".key")), publicKeys);
    }

    /**
     * Makes key pairs for those named who have none yet: {@code <name>.key}, readable by its owner only, and
     * {@code <name>.pub}. An existing pair stays as it is, so that a second start keeps the first one's keys.
     */
    public static void generate(Path folder, List<String> names) throws IOException {
        Files.createDirectories(folder);
        for (String name : names) {
            if (!Files.exists(folder.resolve(name + ".key")) || !Files.exists(folder.resolve(name + ".pub"))) {
                KeyFiles.writePair(folder, name);
            }
        }
    }

    public String self() {
        return self;
    }

    ECPrivateKeyParameters privateKey() {
        return privateKey;
    }

    Optional<ECPublicKeyParameters> publicKey(String partner) {
        return Optional.ofNullable(publicKeys.get(partner));
    }

    private static List<Path> publicKeyFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pub"))
                    .limit(MAX_PARTNERS)
                    .toList();
        }
    }
}
