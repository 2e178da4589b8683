package org.nxsi.systemtests.laws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nxsi.systemtests.evidence.AuditedSystem;

/**
 * What was asked for behind {@code ./run laws}.
 *
 * @param report file for the verdicts as JSON
 * @param replay whether everything is to be told a second time
 */
record LawOptions(AuditedSystem system, Optional<Path> report, boolean replay) {

    /** A token that is there already; on the command line others would see it. */
    static final String TOKEN = "NXSI_AUDITOR_TOKEN";

    private static final String NONE = "none";

    /** @throws IllegalArgumentException naming the word that cannot be understood */
    static LawOptions parse(List<String> words, Map<String, String> environment, AuditedSystem local) {
        URI gateway = local.gateway();
        URI realm = local.realm();
        String auditor = local.auditor();
        Optional<URI> banks = local.banks();
        Optional<String> kafka = local.kafka();
        Optional<Path> report = Optional.empty();
        boolean replay = false;
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            String option = word.next();
            switch (option) {
                case "--gateway" -> gateway = address(option, word);
                case "--issuer" -> realm = address(option, word);
                case "--auditor" -> auditor = value(option, word);
                case "--banks" -> banks = unlessNone(value(option, word)).map(text -> address(option, text));
                case "--kafka" -> kafka = unlessNone(value(option, word));
                case "--report" -> report = Optional.of(Path.of(value(option, word)));
                case "--replay" -> replay = true;
                default -> throw new IllegalArgumentException("unknown option " + option + " (./run help lists them)");
            }
        }
        Optional<String> token = Optional.ofNullable(environment.get(TOKEN)).filter(each -> !each.isBlank());
        return new LawOptions(new AuditedSystem(gateway, realm, auditor, token, banks, kafka), report, replay);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static Optional<String> unlessNone(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(text);
    }

    private static URI address(String option, Iterator<String> words) {
        return address(option, value(option, words));
    }

    private static URI address(String option, String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!trimmed.matches("https?://[^\\s]+")) {
            throw new IllegalArgumentException(option + " needs an address like http://127.0.0.1:18080, not " + text);
        }
        return URI.create(trimmed);
    }
}
