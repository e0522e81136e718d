package org.muscat.bench.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Series;

/**
 * What the recorded transits say of the indicators of straits: whether they saw the Red Sea crisis
 * and how often they cried wolf, every change of the status word, and the winters of Hormuz by
 * vintage. Each day is judged by the days up to it.
 */
public final class StraitTables {

  private static final String FOUR = "four-straits_vintage-B_2026-07-31.csv";

  private StraitTables() {}

  /**
   * Prints tables in Markdown.
   *
   * @param arguments the folder of the recorded files of PortWatch
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "give one argument, the folder of the files of PortWatch, not " + arguments.length);
    }
    Path folder = Path.of(arguments[0]);
    printDetection(folder.resolve(FOUR));
    printStatus(folder.resolve(FOUR));
    printWinters(folder);
    printDeviation(folder.resolve(FOUR));
  }

  private static void printDeviation(Path four) throws IOException {
    System.out.println("\n## Deviation of slow-decline over the quiet years\n");
    DeviationTable.lines(DailyCalls.ofSeveral(four, Strait.BAB_EL_MANDEB))
        .forEach(System.out::println);
  }

  private static void printDetection(Path four) throws IOException {
    List<DetectionTable> tables =
        List.of(
            new DetectionTable(
                Strait.BAB_EL_MANDEB,
                DailyCalls.ofSeveral(four, Strait.BAB_EL_MANDEB),
                Optional.of(Episode.RED_SEA)),
            new DetectionTable(
                Strait.HORMUZ, DailyCalls.ofSeveral(four, Strait.HORMUZ), Optional.empty()));
    System.out.println("## Detection\n");
    DetectionTable.printHead();
    tables.forEach(DetectionTable::print);
    System.out.println("\nFalse alarms began on\n");
    tables.forEach(DetectionTable::printFalseAlarms);
  }

  private static void printStatus(Path four) throws IOException {
    System.out.println("\n## Status words\n");
    StatusTable.printHead();
    for (Strait strait :
        List.of(Strait.HORMUZ, Strait.BAB_EL_MANDEB, Strait.SUEZ, Strait.MALACCA)) {
      new StatusTable(strait, DailyCalls.ofSeveral(four, strait)).print();
    }
  }

  private static void printWinters(Path folder) throws IOException {
    Map<String, Series> vintages = new LinkedHashMap<>();
    vintages.put(
        "A", DailyCalls.ofHormuz(folder.resolve("hormuz_vintage-A_2026-04-27.csv"), "total"));
    vintages.put(
        "B", DailyCalls.ofHormuz(folder.resolve("hormuz_vintage-B_2026-07-06.csv"), "n_total"));
    vintages.put(
        "C", DailyCalls.ofHormuz(folder.resolve("hormuz_vintage-C_2026-08-20.csv"), "n_total"));
    System.out.println("\n## Winters of Hormuz: mean and lowest transit ratio by vintage\n");
    new WinterTable(vintages).print();
  }
}
