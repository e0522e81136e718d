package org.muscat.diplomacy.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.coded.CodedFileException;
import org.muscat.diplomacy.coded.CodedYaml;
import org.muscat.diplomacy.coded.Fields;
import org.muscat.spi.Batch.Rejection;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a framework file; {@code schema.json} beside it says the same for editors. */
final class FrameworkParser {

  private static final Set<String> FILE_KEYS =
      Set.of("theatre", "version", "codedFrom", "codedThrough", "weights", "levels");
  private static final Set<String> LEVEL_KEYS =
      Set.of(
          "component", "from", "level", "reason", "verified", "sources", "coder", "coded", "note");
  private static final Set<String> SOURCE_KEYS = Set.of("title", "publisher", "date", "link");
  private static final Set<String> COMPONENTS =
      Arrays.stream(Component.values()).map(Component::word).collect(Collectors.toSet());
  private static final Set<String> LEVELS = Set.of("0", "0.5", "1");
  private static final Pattern EVENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[a-z0-9]+)+");
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,5}");

  /** A file, unless something in it is wrong. */
  record Result(@Nullable FrameworkFile file, List<Rejection> rejections) {}

  private final String name;
  private final List<Rejection> rejections = new ArrayList<>();

  private FrameworkParser(String name) {
    this.name = name;
  }

  /** Reads a file; everything that is wrong in it is named, and then there is no file. */
  static Result parse(String name, String text) {
    FrameworkParser parser = new FrameworkParser(name);
    FrameworkFile file = parser.file(text);
    boolean sound = parser.rejections.isEmpty();
    return new Result(sound ? file : null, List.copyOf(parser.rejections));
  }

  private @Nullable FrameworkFile file(String text) {
    try {
      Fields fields = new Fields("framework", CodedYaml.compose(text), FILE_KEYS);
      List<CodedLevel> levels = new ArrayList<>();
      for (Node node : fields.nodes("levels")) {
        level(levels.size() + rejections.size() + 1, node).ifPresent(levels::add);
      }
      return new FrameworkFile(
          name,
          fields.text("theatre"),
          version(fields),
          fields.date("codedFrom"),
          fields.date("codedThrough"),
          weights(fields),
          List.copyOf(levels));
    } catch (CodedFileException e) {
      rejections.add(e.in(name));
      return null;
    }
  }

  private static int version(Fields fields) throws CodedFileException {
    String text = fields.text("version");
    if (!VERSION.matcher(text).matches()) {
      throw fields.problem("version", "'" + text + "' is no whole number from 1 on");
    }
    return Integer.parseInt(text);
  }

  private static Map<Component, String> weights(Fields file) throws CodedFileException {
    Fields fields = new Fields("weights", file.node("weights"), COMPONENTS);
    Map<Component, String> weights = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      weights.put(component, fields.text(component.word()));
    }
    return weights;
  }

  private Optional<CodedLevel> level(int number, Node node) {
    try {
      return Optional.of(level(new Fields(named(number, node), node, LEVEL_KEYS)));
    } catch (CodedFileException e) {
      rejections.add(e.in(name));
      return Optional.empty();
    }
  }

  private static String named(int number, Node node) {
    String component = Fields.peek(node, "component").orElse("level " + number);
    return Fields.peek(node, "from").map(from -> component + " from " + from).orElse(component);
  }

  private static CodedLevel level(Fields fields) throws CodedFileException {
    fields.optionalText("coder");
    fields.optionalDate("coded");
    fields.optionalText("note");
    return new CodedLevel(
        fields.line(),
        Component.of(fields.word("component", COMPONENTS)).orElseThrow(),
        fields.date("from"),
        Double.parseDouble(fields.word("level", LEVELS)),
        fields.text("reason"),
        fields.flag("verified"),
        sources(fields));
  }

  private static int sources(Fields level) throws CodedFileException {
    List<Node> nodes = level.nodes("sources");
    for (Node node : nodes) {
      String what = "a source in line " + level.line();
      if (Fields.peek(node, "event").isPresent()) {
        requireId(new Fields(what, node, Set.of("event")));
      } else {
        Fields source = new Fields(what, node, SOURCE_KEYS);
        source.text("title");
        source.text("publisher");
        source.optionalDate("date");
        source.optionalText("link");
      }
    }
    return nodes.size();
  }

  /** The sources of an event of the chronicle stand there. */
  private static void requireId(Fields source) throws CodedFileException {
    String id = source.text("event");
    if (!EVENT.matcher(id).matches()) {
      throw source.problem(
          "event", "'" + id + "' is no id of the chronicle, such as 2018-05-08-us-leaves-jcpoa");
    }
  }
}
