package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.coded.CodedFileException;
import org.muscat.diplomacy.coded.Fields;
import org.muscat.diplomacy.coded.Fields.Trial;
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

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]\\S*");

  private final Fields fields;

  private EventReader(Fields fields) {
    this.fields = fields;
  }

  /**
   * A reader of an event.
   *
   * @param number of the event, for messages when it has no id
   * @throws CodedFileException if it is not a mapping
   */
  static EventReader of(int number, Node node) throws CodedFileException {
    String what = Fields.peek(node, "id").map(id -> "'" + id + "'").orElse("" + number);
    return new EventReader(Fields.lenient("event " + what, node, KEYS));
  }

  /** Everything that is wrong with the keys of the event. */
  List<CodedFileException> problems() {
    List<Trial> trials = new ArrayList<>();
    trials.add(this::id);
    trials.add(() -> fields.date("date"));
    trials.add(this::type);
    trials.add(() -> fields.text("summary"));
    trials.add(this::actors);
    trials.add(() -> fields.word("area", AREAS));
    trials.add(() -> fields.word("confidence", CONFIDENCES));
    trials.add(() -> fields.flag("verified"));
    trials.add(this::sources);
    trials.add(() -> fields.text("coder"));
    trials.add(() -> fields.date("coded"));
    trials.add(() -> fields.optionalText("note"));
    // Without a type nobody knows what else belongs to the event.
    Fields.peek(fields.node(), "type")
        .flatMap(EventType::of)
        .ifPresent(type -> addTo(trials, type));
    List<CodedFileException> problems = new ArrayList<>(fields.keyProblems());
    problems.addAll(Fields.problems(trials));
    return problems;
  }

  private void addTo(List<Trial> trials, EventType type) {
    trials.add(() -> until(type));
    trials.addAll(new ParticularsReader(type, fields).trials());
  }

  /** Reads an event; of several problems the first is told. */
  CodedEvent read() throws CodedFileException {
    EventType type = type();
    return new CodedEvent(
        fields.line(),
        id(),
        fields.date("date"),
        type,
        fields.text("summary"),
        actors(),
        fields.word("area", AREAS),
        new ParticularsReader(type, fields).read(),
        until(type),
        fields.word("confidence", CONFIDENCES),
        fields.flag("verified"),
        sources(),
        fields.date("coded"));
  }

  private String id() throws CodedFileException {
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw fields.problem("id", "is not a date and a slug, such as 2018-05-08-us-leaves-jcpoa");
    }
    return id;
  }

  private EventType type() throws CodedFileException {
    return EventType.of(fields.word("type", TYPES))
        .orElseThrow(() -> fields.problem("type", "is not known"));
  }

  private List<String> actors() throws CodedFileException {
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

  private @Nullable LocalDate until(EventType type) throws CodedFileException {
    Optional<LocalDate> until = fields.optionalDate("until");
    if (type == EventType.ULTIMATUM && until.isEmpty()) {
      throw fields.problem("until", "is missing; it is the deadline of an ultimatum");
    }
    return until.orElse(null);
  }

  private List<Source> sources() throws CodedFileException {
    List<Source> sources = new ArrayList<>();
    for (Node node : fields.nodes("sources")) {
      Fields source = new Fields("a source of " + fields.what(), node, SOURCE_KEYS);
      source.text("title");
      sources.add(
          new Source(
              source.text("publisher"),
              source.optionalDate("date").orElse(null),
              source.flag("opened"),
              link(source)));
      source.optionalText("via");
    }
    return List.copyOf(sources);
  }

  private static @Nullable String link(Fields source) throws CodedFileException {
    String link = source.optionalText("link");
    if (link != null && !LINK.matcher(link).matches()) {
      throw source.problem("link", "'" + link + "' is not an address of http or https");
    }
    return link;
  }
}
