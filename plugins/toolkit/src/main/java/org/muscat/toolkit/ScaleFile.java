package org.muscat.toolkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.Calibration;
import org.muscat.spi.Scale;

/**
 * The scales of a plugin's indicators as a versioned file beside its classes: figures, and the
 * window that each came from. Immutable.
 *
 * <p>The file is UTF-8 text. Lines that begin with {@code #} are remarks, the others have the
 * columns {@code indicator,shape,calm,stressed,sigma,origin,from,to}, with no quotes:
 *
 * <pre>{@code
 * oil-fear,log-logistic,1.33,2.94,29.3,percentiles,2008-01-01,2018-12-31
 * }</pre>
 *
 * <p>An indicator whose scale depends on its options has a line {@code <indicator>/<value>/..} for
 * each case, such as {@code attack-intensity/malacca}.
 *
 * <ul>
 *   <li>{@code shape}: {@code logistic} or {@code log-logistic}; {@code calm}, {@code stressed}:
 *       the readings with risk 10 and 90, in the indicator's unit
 *   <li>{@code sigma}: standard deviation of the risk over the window, in points
 *   <li>{@code origin}: {@code percentiles} or {@code choice}, see {@link Calibration.Origin}
 *   <li>{@code from}, {@code to}: first and last day of the window
 * </ul>
 */
public final class ScaleFile {

  private static final List<String> COLUMNS =
      List.of("indicator", "shape", "calm", "stressed", "sigma", "origin", "from", "to");

  /**
   * One line.
   *
   * @param sigma standard deviation of the risk over the window, in points
   * @param calibration where the figures come from
   */
  public record Entry(Scale scale, double sigma, Calibration calibration) {}

  private final String name;
  private final Map<String, Entry> entries;

  private ScaleFile(String name, Map<String, Entry> entries) {
    this.name = name;
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Reads {@code scales-<version>.csv} beside a class.
   *
   * @throws IllegalArgumentException if there is no such file, or a line of it cannot be read; the
   *     message names the line
   */
  public static ScaleFile beside(Class<?> owner, int version) {
    String name = "scales-" + version + ".csv";
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no file " + name + " lies beside " + owner.getName());
      }
      return parse(name, version, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " beside " + owner.getName() + " cannot be read", e);
    }
  }

  /** What the file says of an indicator. */
  public Entry of(String indicator) {
    Entry entry = entries.get(indicator);
    if (entry == null) {
      throw new IllegalArgumentException(name + " has no line of '" + indicator + "'");
    }
    return entry;
  }

  /** What the file says of an indicator, if anything. */
  public Optional<Entry> find(String indicator) {
    return Optional.ofNullable(entries.get(indicator));
  }

  /**
   * The cases of an indicator: the lines {@code <indicator>/<value>/<value>..} with a value for
   * each of some options, in the order of the file.
   *
   * @param options their names, in the order of the values
   */
  public List<CalibratedCase> cases(String indicator, String... options) {
    List<CalibratedCase> cases = new ArrayList<>();
    entries.forEach(
        (line, entry) -> {
          if (line.startsWith(indicator + "/")) {
            cases.add(new CalibratedCase(line, options(line, options), entry.calibration()));
          }
        });
    return List.copyOf(cases);
  }

  private Map<String, String> options(String line, String... options) {
    String[] words = line.split("/", -1);
    if (words.length != options.length + 1) {
      throw new IllegalArgumentException(
          "%s: '%s' has no value for each of %s".formatted(name, line, List.of(options)));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < options.length; i++) {
      values.put(options[i], words[i + 1]);
    }
    return values;
  }

  static ScaleFile parse(String name, int version, String text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    boolean headed = false;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(lines.get(i).split(",", -1));
      try {
        if (headed) {
          add(entries, cells.get(0), entry(version, cells));
        } else {
          require(cells.equals(COLUMNS), "the columns must be " + String.join(",", COLUMNS));
          headed = true;
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(
            "%s, line %d: %s".formatted(name, i + 1, e.getMessage()), e);
      }
    }
    return new ScaleFile(name, entries);
  }

  private static void add(Map<String, Entry> entries, String indicator, Entry entry) {
    require(!indicator.isBlank(), "no indicator is named");
    require(entries.put(indicator, entry) == null, "a second line of '" + indicator + "'");
  }

  private static Entry entry(int version, List<String> cells) {
    require(
        cells.size() == COLUMNS.size(),
        cells.size() + " cells where " + COLUMNS.size() + " are needed");
    double calm = number(cells, 2);
    double stressed = number(cells, 3);
    double sigma = number(cells, 4);
    require(sigma > 0 && sigma <= 100, "sigma " + sigma + " is not in (0,100] points of risk");
    Scale scale =
        switch (cells.get(1)) {
          case "logistic" -> Scale.logistic(calm, stressed);
          case "log-logistic" -> Scale.logLogistic(calm, stressed);
          default ->
              throw new IllegalArgumentException(
                  "shape '" + cells.get(1) + "' is neither logistic nor log-logistic");
        };
    Calibration calibration =
        new Calibration(
            version,
            origin(cells.get(5)),
            LocalDate.parse(cells.get(6)),
            LocalDate.parse(cells.get(7)));
    return new Entry(scale, sigma, calibration);
  }

  private static double number(List<String> cells, int column) {
    try {
      return Double.parseDouble(cells.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          COLUMNS.get(column) + " '" + cells.get(column) + "' is no number", e);
    }
  }

  private static Calibration.Origin origin(String word) {
    return switch (word) {
      case "percentiles" -> Calibration.Origin.PERCENTILES;
      case "choice" -> Calibration.Origin.CHOICE;
      default ->
          throw new IllegalArgumentException(
              "origin '" + word + "' is neither percentiles nor choice");
    };
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
