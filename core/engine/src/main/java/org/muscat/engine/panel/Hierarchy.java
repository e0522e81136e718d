package org.muscat.engine.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which indicators make up which aggregates, up to one index.
 *
 * <p>Every node but the index has a parent on a higher level; every aggregate has children. The
 * children of a node are sorted by id. Immutable.
 */
public final class Hierarchy {

  private static final Comparator<PanelNode> BY_ID = Comparator.comparing(PanelNode::id);

  private final Map<String, PanelNode> nodes;
  private final Map<String, List<PanelNode>> children;
  private final PanelNode index;

  private Hierarchy(
      Map<String, PanelNode> nodes, Map<String, List<PanelNode>> children, PanelNode index) {
    this.nodes = nodes;
    this.children = children;
    this.index = index;
  }

  /**
   * A hierarchy of nodes.
   *
   * @throws IllegalArgumentException if an id stands twice, a parent is unknown or not on a higher
   *     level, an aggregate has no children, or not exactly one node has no parent
   */
  public static Hierarchy of(List<PanelNode> nodes) {
    Map<String, PanelNode> byId = new LinkedHashMap<>();
    for (PanelNode node : nodes) {
      if (byId.put(node.id(), node) != null) {
        throw new IllegalArgumentException("the hierarchy names '" + node.id() + "' twice");
      }
    }
    Map<String, List<PanelNode>> children = new HashMap<>();
    List<PanelNode> roots = new ArrayList<>();
    for (PanelNode node : nodes) {
      String parent = node.parent();
      if (parent == null) {
        roots.add(node);
      } else {
        requireParent(node, parent, byId.get(parent));
        children.computeIfAbsent(parent, id -> new ArrayList<>()).add(node);
      }
    }
    if (roots.size() != 1) {
      throw new IllegalArgumentException(
          "one node, the index, has no parent, but these have none: "
              + roots.stream().map(PanelNode::id).toList());
    }
    requireChildren(nodes, children);
    children.values().forEach(siblings -> siblings.sort(BY_ID));
    return new Hierarchy(Collections.unmodifiableMap(byId), children, roots.get(0));
  }

  /** All nodes, in the order given. */
  public List<PanelNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** The nodes of level 1, in the order given. */
  public List<PanelNode> indicators() {
    return level(1);
  }

  /** The nodes of a level, in the order given. */
  public List<PanelNode> level(int level) {
    return nodes.values().stream().filter(node -> node.level() == level).toList();
  }

  /** The aggregates, lower levels first, then by id: each after its children. */
  public List<PanelNode> aggregates() {
    return nodes.values().stream()
        .filter(node -> node.level() > 1)
        .sorted(Comparator.comparingInt(PanelNode::level).thenComparing(BY_ID))
        .toList();
  }

  /** The node without a parent. */
  public PanelNode index() {
    return index;
  }

  /**
   * A node.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public PanelNode node(String id) {
    PanelNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("the hierarchy has no '" + id + "'");
    }
    return node;
  }

  /** The children of a node, sorted by id; an indicator has none. */
  public List<PanelNode> children(String id) {
    return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
  }

  /** The indicators below a node, in the order of the tree; of an indicator, itself. */
  public List<PanelNode> indicatorsBelow(String id) {
    PanelNode node = node(id);
    if (node.level() == 1) {
      return List.of(node);
    }
    return children(id).stream().flatMap(child -> indicatorsBelow(child.id()).stream()).toList();
  }

  /**
   * The same tree with other weights.
   *
   * @param weights by id; a node that is not named keeps its own
   * @throws IllegalArgumentException if an id is unknown or a weight is negative
   */
  public Hierarchy withWeights(Map<String, Double> weights) {
    weights.keySet().forEach(this::node);
    return of(
        nodes.values().stream()
            .map(node -> node.withWeight(weights.getOrDefault(node.id(), node.weight())))
            .toList());
  }

  /**
   * The weight that each node has in the index in the end: the product of the weights, relative
   * inside each parent, on the way down from the index (method, section 8). Each level that all
   * branches reach sums to 1.
   *
   * @return by id, in the order of the nodes
   */
  public Map<String, Double> effectiveWeights() {
    Map<String, Double> effective = new HashMap<>();
    descend(index, 1, effective);
    Map<String, Double> ordered = new LinkedHashMap<>();
    nodes.keySet().forEach(id -> ordered.put(id, effective.getOrDefault(id, 0.0)));
    return ordered;
  }

  private void descend(PanelNode node, double weight, Map<String, Double> effective) {
    effective.put(node.id(), weight);
    List<PanelNode> below = children(node.id());
    double sum = below.stream().mapToDouble(PanelNode::weight).sum();
    for (PanelNode child : below) {
      descend(child, sum == 0 ? 0 : weight * child.weight() / sum, effective);
    }
  }

  private static void requireParent(PanelNode node, String id, @Nullable PanelNode parent) {
    if (parent == null) {
      throw new IllegalArgumentException(
          "the parent '" + id + "' of '" + node.id() + "' is not in the hierarchy");
    }
    if (parent.level() <= node.level()) {
      throw new IllegalArgumentException(
          String.format(
              "the parent '%s' of '%s' is on level %d, not above level %d",
              id, node.id(), parent.level(), node.level()));
    }
  }

  private static void requireChildren(
      List<PanelNode> nodes, Map<String, List<PanelNode>> children) {
    for (PanelNode node : nodes) {
      if (node.level() > 1 && !children.containsKey(node.id())) {
        throw new IllegalArgumentException("the aggregate '" + node.id() + "' has no children");
      }
    }
  }
}
