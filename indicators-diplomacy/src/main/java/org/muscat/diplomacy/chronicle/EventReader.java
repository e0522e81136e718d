package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one event of a chronicle file. */
final class EventReader {

  static final Set<String> AREAS = Set.of("gulf", "red-sea", "levant", "elsewhere");
  static final Set<String> CONFIDENCES = Set.of("A", "B", "C");
  static final Set<String> TYPES =
      Arrays.stream(EventType.values()).map(EventType::word).collect(Collectors.toSet());
  static final Set<String> SOURCE_KEYS =
      Set.of("title", "publisher", "date", "link", "opened", "via");
  static final Set<String> KEYS =
      Stream.concat(
              Stream.of(
                  "id",
                  "date",
                  "type",
                  "summary",
                  "actors",
                  "area",
                  "until",
                  "confidence",
                  "verified",
                  "sources",
                  "coder",
                  "coded",
                  "note"),
              ParticularsReader.KEYS.stream())
          .collect(Collectors.toUnmodifiableSet());

  static final Pattern ID = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[a-z0-9]+)+");
  static final Pattern ACTOR = Pattern.compile("[A-Z]{3,12}");

  private EventReader() {}

  /**
   * Reads an event.
   *
   * @param number of the event, for messages when it has no id
   */
  static CodedEvent read(int number, Node node) throws ChronicleException {
    String what = Fields.peek(node, "id").map(id -> "'" + id + "'").orElse("" + number);
    Fields fields = new Fields("event " + what, node, KEYS);
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw fields.problem("id", "is not a date and a slug, such as 2018-05-08-us-leaves-jcpoa");
    }
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
        ParticularsReader.read(type, fields),
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
