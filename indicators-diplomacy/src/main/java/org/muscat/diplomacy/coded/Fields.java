package org.muscat.diplomacy.coded;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Strict reading of one YAML mapping of a coded file; every complaint has a line and says what it
 * is about. For one thread.
 */
public final class Fields {

  /** Reading one thing, for the sake of what may be wrong with it. */
  public interface Trial {
    @Nullable Object read() throws CodedFileException;
  }

  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<CodedFileException> keyProblems = new ArrayList<>();
  private final String what;

  /**
   * Reads the keys.
   *
   * @param what for messages, such as "event 3"
   * @param allowed every other key is an error
   * @throws CodedFileException if the node is no mapping, or has a key twice or one that is not
   *     allowed
   */
  public Fields(String what, Node node, Set<String> allowed) throws CodedFileException {
    this(what, node);
    read(allowed);
    if (!keyProblems.isEmpty()) {
      throw keyProblems.get(0);
    }
  }

  private Fields(String what, Node node) {
    this.what = what;
    this.node = node;
  }

  /**
   * The same, with keys that are not allowed, or that are there twice, as {@link #keyProblems}.
   *
   * @throws CodedFileException if the node is no mapping
   */
  public static Fields lenient(String what, Node node, Set<String> allowed)
      throws CodedFileException {
    Fields fields = new Fields(what, node);
    fields.read(allowed);
    return fields;
  }

  private void read(Set<String> allowed) throws CodedFileException {
    if (!(node instanceof MappingNode mapping)) {
      throw problem(node, "is not a mapping of keys to values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!allowed.contains(key)) {
        keyProblems.add(
            problem(
                tuple.getKeyNode(), "unknown key '" + key + "'; allowed are " + sorted(allowed)));
      } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        keyProblems.add(problem(tuple.getKeyNode(), "key '" + key + "' is given twice"));
      }
    }
  }

  /** What is wrong with the keys themselves. */
  public List<CodedFileException> keyProblems() {
    return List.copyOf(keyProblems);
  }

  /** The text of a key before anything is checked; empty if there is none. */
  public static Optional<String> peek(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name
            && name.getValue().equals(key)
            && tuple.getValueNode() instanceof ScalarNode value) {
          return Optional.of(value.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** What is wrong where, by trying everything. */
  public static List<CodedFileException> problems(List<Trial> trials) {
    List<CodedFileException> problems = new ArrayList<>();
    for (Trial trial : trials) {
      try {
        trial.read();
      } catch (CodedFileException e) {
        problems.add(e);
      }
    }
    return problems;
  }

  /** The mapping. */
  public Node node() {
    return node;
  }

  /** What it is, for messages. */
  public String what() {
    return what;
  }

  /** The line of the mapping, from 1. */
  public long line() {
    return line(node);
  }

  /** Whether a key has a value other than null. */
  public boolean has(String key) {
    Node value = values.get(key);
    return value != null && !value.getTag().equals(Tag.NULL);
  }

  /** The text of a required key, not blank. */
  public String text(String key) throws CodedFileException {
    String text = scalar(required(key), key);
    if (text.isBlank()) {
      throw problem(key, "is blank");
    }
    return text;
  }

  /** The text of a key, or null if there is none. */
  public @Nullable String optionalText(String key) throws CodedFileException {
    return has(key) ? text(key) : null;
  }

  /** The text of a required key, one of those that are allowed. */
  public String word(String key, Set<String> allowed) throws CodedFileException {
    String word = text(key);
    if (!allowed.contains(word)) {
      throw problem(key, "'" + word + "' is none of " + sorted(allowed));
    }
    return word;
  }

  /** The ISO date of a required key. */
  public LocalDate date(String key) throws CodedFileException {
    String text = text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw problem(key, "'" + text + "' is not a date, such as 2018-05-08");
    }
  }

  /** The ISO date of a key, if there is one. */
  public Optional<LocalDate> optionalDate(String key) throws CodedFileException {
    return has(key) ? Optional.of(date(key)) : Optional.empty();
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key) throws CodedFileException {
    return word(key, Set.of("true", "false")).equals("true");
  }

  /** The value of a required key, whatever it is. */
  public Node node(String key) throws CodedFileException {
    return required(key);
  }

  /** The elements of a required list. */
  public List<Node> nodes(String key) throws CodedFileException {
    if (!(required(key) instanceof SequenceNode sequence)) {
      throw problem(key, "is not a list");
    }
    return sequence.getValue();
  }

  /** The texts of a required list. */
  public List<String> texts(String key) throws CodedFileException {
    List<String> texts = new ArrayList<>();
    for (Node element : nodes(key)) {
      texts.add(scalar(element, key));
    }
    return List.copyOf(texts);
  }

  /** What is wrong with the value of a key. */
  public CodedFileException problem(String key, String reason) {
    Node at = values.get(key);
    return problem(at == null ? node : at, "'" + key + "' " + reason);
  }

  private CodedFileException problem(Node at, String reason) {
    return new CodedFileException(line(at), what + ": " + reason);
  }

  private Node required(String key) throws CodedFileException {
    Node value = values.get(key);
    if (value == null || !has(key)) {
      throw problem(key, "is missing");
    }
    return value;
  }

  private String scalar(Node value, String key) throws CodedFileException {
    if (!(value instanceof ScalarNode scalar) || !value.getTag().equals(Tag.STR)) {
      throw problem(key, "is not a plain text");
    }
    return scalar.getValue();
  }

  private static long line(Node at) {
    return at.getStartMark().getLine() + 1L;
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }
}
