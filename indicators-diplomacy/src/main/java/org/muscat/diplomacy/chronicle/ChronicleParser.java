package org.muscat.diplomacy.chronicle;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one file of the chronicle. It reads the YAML nodes rather than the objects that SnakeYAML
 * would build of them, because those have no line, and because SnakeYAML reads 2018-02-30 as the
 * second of March.
 */
final class ChronicleParser {

  static final Set<String> FILE_KEYS = Set.of("theatre", "codedFrom", "codedThrough", "events");
  private static final int MOST_ALIASES = 10;
  private static final int LARGEST = 4 << 20;

  /** A file, unless something in it is wrong. */
  record Result(@Nullable CodedFile file, List<Rejection> rejections) {}

  /** Nothing but null is resolved: each field says itself what its text has to be. */
  private static final class PlainTexts extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

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
      Node root = compose(text);
      if (root == null) {
        throw new ChronicleException(0, "the file is empty");
      }
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
    } catch (ChronicleException e) {
      rejections.add(e.in(name));
      return null;
    }
  }

  private static @Nullable Node compose(String text) throws ChronicleException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(LARGEST);
    DumperOptions dump = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(dump), dump, options, new PlainTexts());
    try {
      return yaml.compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      long line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1L;
      throw new ChronicleException(line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new ChronicleException(0, "not YAML: " + e.getMessage());
    }
  }

  private Optional<CodedEvent> event(int number, Node node) {
    try {
      EventReader reader = EventReader.of(number, node);
      List<ChronicleException> problems = reader.problems();
      problems.forEach(problem -> rejections.add(problem.in(name)));
      return problems.isEmpty() ? Optional.of(reader.read()) : Optional.empty();
    } catch (ChronicleException e) {
      rejections.add(e.in(name));
      return Optional.empty();
    }
  }
}
