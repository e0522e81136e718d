package org.muscat.bench.theses;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * How far a second coder, who saw the manual and the sources alone, codes events as the chronicle
 * does: kappa for each field (Cohen 1960), without weights.
 */
public final class CoderAgreement {

  private static final List<String> FIELDS =
      List.of("type", "area", "mediator", "level", "attribution");

  private record Pair(Map<String, Object> first, Map<String, Object> second) {

    /** Whole days from the first date to the second. */
    long daysApart() {
      return ChronoUnit.DAYS.between(date(first), date(second));
    }

    /** Whether one of the coders gave the field a value. */
    boolean has(String field) {
      return first.get(field) != null || second.get(field) != null;
    }

    boolean hasSameActors() {
      return actors(first).equals(actors(second));
    }

    private static LocalDate date(Map<String, Object> event) {
      return LocalDate.parse(text(event, "date"));
    }

    private static Set<Object> actors(Map<String, Object> event) {
      return new HashSet<>((List<?>) event.get("actors"));
    }
  }

  /** Without SnakeYAML's moments: a date is a text here. */
  private static final class DatesAsText extends Resolver {

    @Override
    public void addImplicitResolver(Tag tag, Pattern pattern, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, pattern, first, limit);
      }
    }
  }

  private CoderAgreement() {}

  /**
   * Prints a table in Markdown.
   *
   * @param arguments the folder of the chronicle, the file of the second coding
   */
  public static void main(String[] arguments) throws IOException {
    List<Pair> pairs = pairs(Path.of(arguments[0]), Path.of(arguments[1]));
    System.out.println("| field | the same | kappa [90 %] |");
    System.out.println("|---|---|---|");
    for (String field : FIELDS) {
      // That a field does not go with a type follows from the type, and is no agreement.
      List<Pair> given = pairs.stream().filter(pair -> pair.has(field)).toList();
      List<String> first = given.stream().map(pair -> text(pair.first(), field)).toList();
      List<String> second = given.stream().map(pair -> text(pair.second(), field)).toList();
      WeightedKappa kappa =
          new WeightedKappa(
              Stream.concat(first.stream(), second.stream()).distinct().sorted().toList(), false);
      Interval value = Interval.of(given.size(), 1, places -> kappa.of(first, second, places));
      long same =
          IntStream.range(0, given.size()).filter(i -> first.get(i).equals(second.get(i))).count();
      System.out.printf("| %s | %d of %d | %s |%n", field, same, given.size(), value.text());
    }
    System.out.printf(
        "%nDate: %d the same, %d within a day. Actors: %d the same.%n",
        pairs.stream().filter(pair -> pair.daysApart() == 0).count(),
        pairs.stream().filter(pair -> Math.abs(pair.daysApart()) <= 1).count(),
        pairs.stream().filter(Pair::hasSameActors).count());
  }

  private static List<Pair> pairs(Path folder, Path second) throws IOException {
    Map<String, Map<String, Object>> coded = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path file : files) {
        for (Map<String, Object> event : events(((Map<?, ?>) read(file)).get("events"))) {
          coded.put(text(event, "id"), event);
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Map<String, Object> event : events(read(second))) {
      Map<String, Object> first = coded.get(text(event, "first"));
      if (first == null) {
        throw new IllegalArgumentException(
            second + " names '" + text(event, "first") + "', which is not in " + folder);
      }
      pairs.add(new Pair(first, event));
    }
    return pairs;
  }

  private static List<Map<String, Object>> events(@Nullable Object list) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (Object entry : (List<?>) Objects.requireNonNull(list)) {
      Map<String, Object> event = new HashMap<>();
      ((Map<?, ?>) entry).forEach((key, value) -> event.put(String.valueOf(key), value));
      events.add(event);
    }
    return events;
  }

  private static Object read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      LoaderOptions options = new LoaderOptions();
      DumperOptions dump = new DumperOptions();
      return new Yaml(
              new SafeConstructor(options), new Representer(dump), dump, options, new DatesAsText())
          .load(reader);
    }
  }

  private static String text(Map<String, Object> event, String field) {
    return String.valueOf(event.get(field));
  }
}
