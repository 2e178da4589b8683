package org.nxsi.platform.partner;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** SM2 keys as PEM files: PKCS#8 for private keys, SubjectPublicKeyInfo for public ones. */
final class KeyFiles {

    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String PUBLIC_KEY = "PUBLIC KEY";
    private static final long MAX_FILE_BYTES = 8_192;

    private static final ECNamedDomainParameters SM2 = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    private KeyFiles() {}

    static ECPrivateKeyParameters readPrivate(Path file) throws IOException {
        return onSm2(PrivateKeyFactory.createKey(readPem(file, PRIVATE_KEY)), ECPrivateKeyParameters.class, file);
    }

    static ECPublicKeyParameters readPublic(Path file) throws IOException {
        return onSm2(PublicKeyFactory.createKey(readPem(file, PUBLIC_KEY)), ECPublicKeyParameters.class, file);
    }

    /** The public file is moved into place last: who sees it can rely on the private one. */
    static void writePair(Path folder, String name) throws IOException {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(SM2, new SecureRandom()));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        String privatePem = pem(
                PRIVATE_KEY,
                PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded());
        String publicPem = pem(
                PUBLIC_KEY,
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                        .getEncoded());
        put(folder.resolve(name + ".key"), privatePem, "rw-------");
        put(folder.resolve(name + ".pub"), publicPem, "rw-r--r--");
    }

    private static void put(Path target, String text, String permissions) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        try (var out = Channels.newOutputStream(
                Files.newByteChannel(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String type, byte[] der) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
        }
        return text.toString();
    }

    private static byte[] readPem(Path file, String type) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new IOException("key file is too long: " + file);
        }
        try (PemReader reader = new PemReader(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
            PemObject object = reader.readPemObject();
            if (object == null || !object.getType().equals(type)) {
                throw new IOException("no " + type + " in " + file);
            }
            return object.getContent();
        }
    }

    private static <K extends ECKeyParameters> K onSm2(Object key, Class<K> type, Path file) throws IOException {
        if (type.isInstance(key) && SM2.equals(type.cast(key).getParameters())) {
            return type.cast(key);
        }
        throw new IOException("not a key on the SM2 curve: " + file);
    }
}
