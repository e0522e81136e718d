package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of the chronicle. */
final class ChronicleParser {

  static final Set<String> AREAS = Set.of("gulf", "red-sea", "levant", "elsewhere");

  private static final Set<String> FILE_KEYS =
      Set.of("theatre", "codedFrom", "codedThrough", "events");
  private static final Set<String> EVENT_KEYS =
      Set.of(
          "id",
          "date",
          "type",
          "summary",
          "actors",
          "area",
          "mediator",
          "level",
          "attribution",
          "until",
          "confidence",
          "verified",
          "sources",
          "coder",
          "coded",
          "note");
  private static final Set<String> SOURCE_KEYS =
      Set.of("title", "publisher", "date", "link", "opened", "via");
  private static final Set<String> TYPES =
      Arrays.stream(EventType.values()).map(EventType::word).collect(Collectors.toSet());
  private static final Set<String> ATTRIBUTIONS =
      Set.of("claimed", "attributed", "denied", "unclaimed");
  private static final Set<String> CONFIDENCES = Set.of("A", "B", "C");
  private static final Set<Double> LEVELS = Set.of(.25, .5, .75, 1.0);

  private static final Pattern ID = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[a-z0-9]+)+");
  private static final Pattern ACTOR = Pattern.compile("[A-Z]{3,12}");
  private static final Pattern NUMBER = Pattern.compile("\\d(\\.\\d+)?");

  /** A file, unless something in it is wrong. */
  record Result(@Nullable CodedFile file, List<Rejection> rejections) {}

  private final String name;
  private final List<Rejection> rejections = new ArrayList<>();

  private ChronicleParser(String name) {
    this.name = name;
  }

  /** Reads a file; everything that is wrong in it is named, and then there is no file. */
  static Result parse(String name, String text) {
    ChronicleParser parser = new ChronicleParser(name);
    CodedFile file = parser.file(text);
    boolean sound = parser.rejections.isEmpty();
    return new Result(sound ? file : null, List.copyOf(parser.rejections));
  }

  private @Nullable CodedFile file(String text) {
    try {
      Node root = CodedYaml.compose(text);
      Fields fields = new Fields("chronicle", root, FILE_KEYS);
      List<CodedEvent> events = new ArrayList<>();
      for (Node node : fields.nodes("events")) {
        event(events.size() + rejections.size() + 1, node).ifPresent(events::add);
      }
      return new CodedFile(
          name,
          fields.text("theatre"),
          fields.date("codedFrom"),
          fields.date("codedThrough"),
          List.copyOf(events));
    } catch (ChronicleException e) {
      rejections.add(e.in(name));
      return null;
    }
  }

  private Optional<CodedEvent> event(int number, Node node) {
    try {
      String what = Fields.peek(node, "id").map(id -> "'" + id + "'").orElse("" + number);
      Fields fields = new Fields("event " + what, node, EVENT_KEYS);
      String id = fields.text("id");
      if (!ID.matcher(id).matches()) {
        throw fields.problem("id", "is not a date and a slug, such as 2018-05-08-us-leaves-jcpoa");
      }
      return Optional.of(event(id, fields));
    } catch (ChronicleException e) {
      rejections.add(e.in(name));
      return Optional.empty();
    }
  }

  private static CodedEvent event(String id, Fields fields) throws ChronicleException {
    EventType type =
        EventType.of(fields.word("type", TYPES)).orElseThrow(() -> fields.problem("type", "?"));
    fields.text("coder");
    fields.optionalText("note");
    return new CodedEvent(
        fields.line(),
        id,
        fields.date("date"),
        type,
        fields.text("summary"),
        actors(fields),
        fields.word("area", AREAS),
        mediator(type, fields),
        level(type, fields),
        attribution(type, fields),
        until(type, fields),
        fields.word("confidence", CONFIDENCES),
        fields.flag("verified"),
        sources(id, fields),
        fields.date("coded"));
  }

  private static List<String> actors(Fields fields) throws ChronicleException {
    List<String> actors = fields.texts("actors");
    for (String actor : actors) {
      if (!ACTOR.matcher(actor).matches()) {
        throw fields.problem("actors", "'" + actor + "' is not a CAMEO code, such as USA");
      }
    }
    if (actors.isEmpty() || Set.copyOf(actors).size() < actors.size()) {
      throw fields.problem("actors", actors + " is empty or names one twice");
    }
    return actors;
  }

  private static @Nullable String mediator(EventType type, Fields fields)
      throws ChronicleException {
    String mediator = fields.optionalText("mediator");
    if (mediator != null && type.domain() != Domain.DIALOGUE) {
      throw fields.problem("mediator", "does not go with the type " + type.word());
    }
    return mediator;
  }

  private static double level(EventType type, Fields fields) throws ChronicleException {
    if (!type.hasLevel()) {
      if (fields.has("level")) {
        throw fields.problem("level", "does not go with the type " + type.word());
      }
      return 0;
    }
    String text = fields.text("level");
    double level = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!LEVELS.contains(level)) {
      throw fields.problem("level", "'" + text + "' is none of 0.25, 0.5, 0.75, 1");
    }
    return level;
  }

  private static @Nullable String attribution(EventType type, Fields fields)
      throws ChronicleException {
    if (type.hasLevel()) {
      return fields.word("attribution", ATTRIBUTIONS);
    }
    if (fields.has("attribution")) {
      throw fields.problem("attribution", "does not go with the type " + type.word());
    }
    return null;
  }

  private static @Nullable LocalDate until(EventType type, Fields fields)
      throws ChronicleException {
    Optional<LocalDate> until = fields.optionalDate("until");
    if (type == EventType.ULTIMATUM && until.isEmpty()) {
      throw fields.problem("until", "is missing; it is the deadline of an ultimatum");
    }
    return until.orElse(null);
  }

  private static int sources(String id, Fields event) throws ChronicleException {
    List<Node> nodes = event.nodes("sources");
    for (Node node : nodes) {
      Fields source = new Fields("a source of event '" + id + "'", node, SOURCE_KEYS);
      source.text("title");
      source.text("publisher");
      source.flag("opened");
      source.optionalDate("date");
      source.optionalText("link");
      source.optionalText("via");
    }
    return nodes.size();
  }
}
