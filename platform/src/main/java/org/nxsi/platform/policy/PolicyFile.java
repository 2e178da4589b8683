package org.nxsi.platform.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a policy file: one list {@code policies}, nothing else. Unlike a lenient reader it keeps the line of everything. */
final class PolicyFile {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int DEEPEST = 6;

    private PolicyFile() {}

    /** @throws PolicyFileInvalid naming the file and the line */
    static List<PolicyEntry> read(String name, String yaml, int layer) {
        Node root = compose(name, yaml);
        List<PolicyEntry> entries = new ArrayList<>();
        for (Node item : policies(name, root)) {
            if (!(item instanceof MappingNode mapping)) {
                throw new PolicyFileInvalid(place(name, item), "an entry is a mapping");
            }
            entries.addAll(new PolicyFields(name, mapping).entries(layer));
        }
        return entries;
    }

    static String place(String name, Node node) {
        return name + " line " + (node.getStartMark().getLine() + 1);
    }

    private static List<Node> policies(String name, Node root) {
        if (!(root instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
            throw new PolicyFileInvalid(place(name, root), "the file has exactly one list, policies");
        }
        NodeTuple only = mapping.getValue().getFirst();
        boolean named =
                only.getKeyNode() instanceof ScalarNode key && key.getValue().equals("policies");
        if (!named || !(only.getValueNode() instanceof SequenceNode list)) {
            throw new PolicyFileInvalid(place(name, only.getKeyNode()), "the file has exactly one list, policies");
        }
        return list.getValue();
    }

    private static Node compose(String name, String yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(DEEPEST);
        try {
            Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(yaml));
            if (root == null) {
                throw new PolicyFileInvalid(name, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new PolicyFileInvalid(name + " line " + line, "no YAML", broken);
        } catch (YAMLException broken) {
            throw new PolicyFileInvalid(name, "no YAML within the limits", broken);
        }
    }
}
