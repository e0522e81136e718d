package org.muscat.bench.validation;

import java.nio.file.Path;
import java.util.List;
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
    Path folder = Path.of(arguments[0]);
    RecordedIncidents incidents = new RecordedIncidents(folder.resolve("asam_1978_2014.csv"));
    print("Figures", AttackFitTables.figures(incidents));
    print("Goodness of fit", AttackFitTables.goodness(incidents));
    print("Choices", AttackFitTables.choices(incidents));
    print("Attacks in the middle of a strait", AttackScaleTable.scenes(incidents));
    print("The recorded years", AttackScaleTable.years(incidents));
    RecordedIncidents gulf =
        new RecordedIncidents(folder.resolve("asam_gulf_hormuz_subset.csv"));
    print("Tanker war", TankerWarTable.lines(gulf));
    print("Tanker war, goodness of fit", TankerWarTable.goodness(gulf));
  }

  private static void print(String title, List<String> lines) {
    System.out.println("## " + title + "\n");
    lines.forEach(System.out::println);
    System.out.println();
  }
}
