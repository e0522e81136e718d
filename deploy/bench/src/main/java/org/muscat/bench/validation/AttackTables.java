package org.muscat.bench.validation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.spi.FeedException;

/**
 * What the recorded reports of ASAM say of {@code attack-intensity}: its figures with their errors,
 * how well they fit, what they owe to choices, what the scale makes of attacks, and the tanker war.
 */
public final class AttackTables {

  private AttackTables() {}

  /**
   * Prints tables in Markdown.
   *
   * @param arguments the folder of the recorded files of ASAM
   */
  public static void main(String[] arguments) throws FeedException, InterruptedException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "give one argument, the folder of the files of ASAM, not " + arguments.length);
    }
    tables(Path.of(arguments[0])).forEach(AttackTables::print);
  }

  /** All tables by their titles, line by line. */
  static Map<String, List<String>> tables(Path folder) throws FeedException, InterruptedException {
    RecordedIncidents incidents = new RecordedIncidents(folder.resolve("asam_1978_2014.csv"));
    RecordedIncidents gulf = new RecordedIncidents(folder.resolve("asam_gulf_hormuz_subset.csv"));
    Map<String, List<String>> tables = new LinkedHashMap<>();
    tables.put("Figures", AttackFitTables.figures(incidents));
    tables.put("Goodness of fit", AttackFitTables.goodness(incidents));
    tables.put("Choices", AttackFitTables.choices(incidents));
    tables.put("Attacks in the middle of a strait", AttackScaleTable.scenes(incidents));
    tables.put("The recorded years", AttackScaleTable.years(incidents));
    tables.put("Tanker war", TankerWarTable.lines(gulf));
    return tables;
  }

  private static void print(String title, List<String> lines) {
    System.out.println("## " + title + "\n");
    lines.forEach(System.out::println);
    System.out.println();
  }
}
