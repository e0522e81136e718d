package org.muscat.diplomacy.chronicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.coded.CodedFileException;
import org.muscat.diplomacy.coded.CodedYaml;
import org.muscat.diplomacy.coded.Fields;
import org.muscat.spi.Batch.Rejection;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of the chronicle. */
final class ChronicleParser {

  static final Set<String> FILE_KEYS = Set.of("theatre", "codedFrom", "codedThrough", "events");

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
      int number = 0;
      for (Node node : fields.nodes("events")) {
        number++;
        event(number, node).ifPresent(events::add);
      }
      return new CodedFile(
          name,
          fields.text("theatre"),
          fields.date("codedFrom"),
          fields.date("codedThrough"),
          List.copyOf(events));
    } catch (CodedFileException e) {
      rejections.add(e.in(name));
      return null;
    }
  }

  private Optional<CodedEvent> event(int number, Node node) {
    try {
      EventReader reader = EventReader.of(number, node);
      List<CodedFileException> problems = reader.problems();
      problems.forEach(problem -> rejections.add(problem.in(name)));
      return problems.isEmpty() ? Optional.of(reader.read()) : Optional.empty();
    } catch (CodedFileException e) {
      rejections.add(e.in(name));
      return Optional.empty();
    }
  }
}
