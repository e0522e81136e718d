package org.muscat.host.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns one composed YAML document into configuration nodes. */
final class NodeConverter {

  static final int MAX_DEPTH = 50;

  /** A few nested aliases multiply: 50 of them can stand for millions of nodes. */
  private static final int MAX_NODES = 100_000;

  private final String file;
  private final Problems problems;
  private int nodes;

  NodeConverter(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The document, or empty if it is too large, which is then a problem. */
  Optional<ConfigNode> convert(Node root) {
    Place place = new Place(file, line(root), "");
    try {
      return Optional.of(node(root, place, 0));
    } catch (TooLargeException e) {
      problems.add(place, e.why);
      return Optional.empty();
    }
  }

  private ConfigNode node(Node node, Place place, int depth) throws TooLargeException {
    if (depth > MAX_DEPTH) {
      throw new TooLargeException(
          "the document is nested deeper than "
              + MAX_DEPTH
              + " levels; does an alias hold itself?");
    }
    nodes++;
    if (nodes > MAX_NODES) {
      throw new TooLargeException(
          "the document has more than " + MAX_NODES + " nodes; are there aliases of aliases?");
    }
    if (!node.getTag().startsWith(Tag.PREFIX)) {
      problems.add(place, "the tag '" + node.getTag() + "' is not supported; leave it out");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, place, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<ConfigNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(node(item, place.item(items.size(), line(item)), depth + 1));
      }
      return new ConfigNode.Sequence(place, items);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new ConfigNode.Scalar(place, scalar.getValue(), scalar.getTag().equals(Tag.NULL));
  }

  private ConfigNode mapping(MappingNode mapping, Place place, int depth) throws TooLargeException {
    List<ConfigNode.Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int keyLine = line(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(
            new Place(file, keyLine, place.path()), "a key is a list or a mapping; write a word");
        continue;
      }
      Place at = place.key(key.getValue(), keyLine);
      Integer earlier = lines.putIfAbsent(key.getValue(), keyLine);
      if (earlier != null) {
        problems.add(at, "'" + key.getValue() + "' is written twice, first in line " + earlier);
        continue;
      }
      Node value = tuple.getValueNode();
      Place valuePlace = new Place(file, line(value), at.path());
      entries.add(new ConfigNode.Entry(key.getValue(), at, node(value, valuePlace, depth + 1)));
    }
    return new ConfigNode.Mapping(place, entries);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    TooLargeException(String why) {
      super(why);
      this.why = why;
    }
  }
}
