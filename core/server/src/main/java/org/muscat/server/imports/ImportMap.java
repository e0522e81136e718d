package org.muscat.server.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.Section;
import org.muscat.spi.Observation;

/**
 * How the columns of a CSV file become series. Immutable.
 *
 * @param source what the observations are attributed to
 * @param dateColumn the column with the date or the instant
 * @param knownColumn the column with the known-at, if there is one
 * @param missing cells that are missing values
 * @param columns the value column of each series; a series name may hold {@code {column}}, which
 *     becomes that column's cell in lower case with hyphens
 */
public record ImportMap(
    String source,
    String dateColumn,
    @Nullable String knownColumn,
    Set<String> missing,
    Map<String, String> columns) {

  private static final Set<String> DEFAULT_MISSING = Set.of("", ".");

  public ImportMap {
    missing = Set.copyOf(missing);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The map of a file with the columns {@code date} and {@code value}. */
  public static ImportMap plain(String series) {
    return new ImportMap("import", "date", "known_at", DEFAULT_MISSING, Map.of(series, "value"));
  }

  /**
   * Reads a map from YAML.
   *
   * @throws ConfigException with everything that is wrong
   */
  public static ImportMap read(Path file) {
    Problems problems = new Problems();
    Optional<ConfigNode> root = ConfigReader.read(file, problems);
    ConfigException.throwIfAny(problems);
    Section section =
        Section.of(
            root.orElseThrow(), problems, List.of("source", "date", "known", "missing", "series"));
    Map<String, String> columns = new LinkedHashMap<>();
    section
        .get("series")
        .ifPresentOrElse(
            node -> {
              Section series = Section.open(node, problems);
              for (ConfigNode.Entry entry : series.entries()) {
                requireName(entry, problems);
                columns.put(entry.key(), series.text(entry.key()));
              }
            },
            () -> section.problem("series", "option 'series' is missing"));
    List<String> missing = section.texts("missing");
    ImportMap map =
        new ImportMap(
            section.text("source"),
            section.text("date"),
            section.get("known").isEmpty() ? null : section.text("known"),
            missing.isEmpty() ? DEFAULT_MISSING : Set.copyOf(missing),
            columns);
    ConfigException.throwIfAny(problems);
    return map;
  }

  /** A column in braces stands for words. */
  private static void requireName(ConfigNode.Entry entry, Problems problems) {
    try {
      Observation.point(entry.key().replaceAll("\\{[^}]+}", "x"), Instant.EPOCH, 0);
    } catch (IllegalArgumentException e) {
      problems.add(entry.place(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same map with only one of its series.
   *
   * @throws IllegalArgumentException if there is no such series
   */
  public ImportMap only(String series) {
    String column = columns.get(series);
    if (column == null) {
      throw new IllegalArgumentException(
          "the map has no series '" + series + "'; it has " + columns.keySet());
    }
    return new ImportMap(source, dateColumn, knownColumn, missing, Map.of(series, column));
  }
}
