package org.nxsi.platform.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one entry of a policy file, each checked as it is taken. */
final class PolicyFields {

    private static final Set<String> KNOWN = Set.of(
            "key",
            "region",
            "scheme",
            "valid_from",
            "valid_to",
            "published_on",
            "value",
            "unit",
            "doc_no",
            "provenance",
            "status",
            "missing");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Pattern SCHEME = Pattern.compile("[0-9]{3}|" + PolicyData.ALL_SCHEMES);

    private final String file;
    private final MappingNode entry;
    private final Map<String, Node> fields = new HashMap<>();

    PolicyFields(String file, MappingNode entry) {
        this.file = file;
        this.entry = entry;
        for (NodeTuple field : entry.getValue()) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (!KNOWN.contains(name)) {
                throw invalid(field.getKeyNode(), "unknown field " + name);
            }
            if (fields.put(name, field.getValueNode()) != null) {
                throw invalid(field.getKeyNode(), "field " + name + " is there twice");
            }
        }
    }

    /** One entry per scheme that the field {@code scheme} lists. */
    List<PolicyEntry> entries(int layer) {
        return schemes().stream().map(scheme -> entry(scheme, layer)).toList();
    }

    private PolicyEntry entry(String scheme, int layer) {
        Node value = required("value");
        PolicyContent content = new PolicyContentReader(file).read(value);
        PolicyEntry read = new PolicyEntry(
                matching("key", KEY),
                region(),
                scheme,
                requiredDate("valid_from"),
                date("valid_to"),
                date("published_on"),
                content,
                requiredText("unit"),
                text("doc_no"),
                requiredText("provenance"),
                status(),
                text("missing"),
                layer,
                PolicyFile.place(file, entry));
        check(read);
        return read;
    }

    private void check(PolicyEntry read) {
        if (read.validTo() != null && read.validTo().isBefore(read.validFrom())) {
            throw invalid(required("valid_to"), "valid_to is before valid_from");
        }
        if ((read.content() == null) != (read.missing() != null)) {
            throw invalid(required("value"), "a null value names the missing document, and only a null value does");
        }
        if (read.status() == PolicyStatus.OFFICIAL && (read.content() == null || read.docNo() == null)) {
            throw invalid(required("status"), "only a known value with a doc_no can be official");
        }
    }

    private List<String> schemes() {
        Node scheme = required("scheme");
        List<Node> listed = scheme instanceof SequenceNode list ? list.getValue() : List.of(scheme);
        return listed.stream().map(this::schemeOf).distinct().toList();
    }

    private String schemeOf(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!SCHEME.matcher(text).matches()) {
            throw invalid(node, "scheme is a code of three digits or " + PolicyData.ALL_SCHEMES);
        }
        return text;
    }

    private AreaCode region() {
        String text = requiredText("region");
        if (AreaCode.check(text) != null) {
            throw invalid(required("region"), "region " + text + " is not a listed area");
        }
        return AreaCode.parse(text);
    }

    private PolicyStatus status() {
        PolicyStatus status = PolicyStatus.ofCode(requiredText("status"));
        if (status == null) {
            throw invalid(required("status"), "status is official, provisional, unverified or sample");
        }
        return status;
    }

    private String matching(String name, Pattern pattern) {
        String text = requiredText(name);
        if (!pattern.matcher(text).matches()) {
            throw invalid(required(name), name + " has the wrong form");
        }
        return text;
    }

    private LocalDate requiredDate(String name) {
        LocalDate date = date(name);
        if (date == null) {
            throw invalid(required(name), name + " is needed");
        }
        return date;
    }

    private @Nullable LocalDate date(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new PolicyFileInvalid(PolicyFile.place(file, required(name)), name + " is not a date", wrong);
        }
    }

    private String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw invalid(required(name), name + " is needed");
        }
        return text;
    }

    private @Nullable String text(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw invalid(node, name + " is a text");
        }
        boolean plainNull = scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
        return plainNull ? null : scalar.getValue();
    }

    private Node required(String name) {
        Node node = fields.get(name);
        if (node == null) {
            throw invalid(entry, "field " + name + " is needed");
        }
        return node;
    }

    private PolicyFileInvalid invalid(Node where, String problem) {
        return new PolicyFileInvalid(PolicyFile.place(file, where), problem);
    }
}
