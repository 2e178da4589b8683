package org.nxsi.platform.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the field {@code value}. Figures stay decimal: no binary floating point, no octal, no "yes" for true. Whatever is
 * quoted is a text.
 */
final class PolicyContentReader {

    private static final Pattern FIGURE = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,10})?");

    private final String file;

    PolicyContentReader(String file) {
        this.file = file;
    }

    /** Null where the value is null: not known. */
    @Nullable
    PolicyContent read(Node node) {
        return switch (node) {
            case SequenceNode list -> new PolicyContent.Listing(figures(list));
            case MappingNode table -> new PolicyContent.Table(rows(table));
            case ScalarNode scalar -> scalar(scalar);
            default -> throw invalid(node, "value is a number, a text, true, false, a list or a table");
        };
    }

    private @Nullable PolicyContent scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return new PolicyContent.Text(text);
        }
        return switch (text) {
            case "null" -> null;
            case "" -> throw invalid(scalar, "an unknown value is written null");
            case "true", "false" -> new PolicyContent.Flag(text.equals("true"));
            default ->
                FIGURE.matcher(text).matches()
                        ? new PolicyContent.Figure(new BigDecimal(text))
                        : new PolicyContent.Text(text);
        };
    }

    private List<BigDecimal> figures(SequenceNode list) {
        List<BigDecimal> figures = new ArrayList<>();
        list.getValue().forEach(item -> figures.add(figure(item)));
        return List.copyOf(figures);
    }

    private Map<String, BigDecimal> rows(MappingNode table) {
        Map<String, BigDecimal> rows = new LinkedHashMap<>();
        for (NodeTuple row : table.getValue()) {
            if (!(row.getKeyNode() instanceof ScalarNode name)
                    || rows.put(name.getValue(), figure(row.getValueNode())) != null) {
                throw invalid(row.getKeyNode(), "each row of a table has a name of its own");
            }
        }
        return Collections.unmodifiableMap(rows);
    }

    private BigDecimal figure(Node node) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getScalarStyle() != ScalarStyle.PLAIN
                || !FIGURE.matcher(scalar.getValue()).matches()) {
            throw invalid(node, "lists and tables hold decimal numbers");
        }
        return new BigDecimal(scalar.getValue());
    }

    private PolicyFileInvalid invalid(Node where, String problem) {
        return new PolicyFileInvalid(PolicyFile.place(file, where), problem);
    }
}
