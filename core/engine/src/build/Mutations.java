import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Prints the share of mutations that the tests notice, by package and in all, from pitest's CSV. */
public final class Mutations {

  private static final int CLASS = 1;
  private static final int STATUS = 5;
  private static final List<String> NOTICED =
      List.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR");

  private Mutations() {}

  public static void main(String[] arguments) throws IOException {
    TreeMap<String, int[]> packages = new TreeMap<>();
    for (String row : Files.readAllLines(Path.of(arguments[0]))) {
      String[] cells = row.split(",");
      String of = cells[CLASS].substring(0, cells[CLASS].lastIndexOf('.'));
      for (String name : List.of(of, "of all mutations")) {
        int[] count = packages.computeIfAbsent(name, n -> new int[2]);
        count[0] += NOTICED.contains(cells[STATUS]) ? 1 : 0;
        count[1]++;
      }
    }
    packages.forEach(
        (name, count) ->
            System.out.printf(
                Locale.ROOT,
                "mutation: %5.1f %% %4d of %4d %s%n",
                100.0 * count[0] / count[1],
                count[0],
                count[1],
                name));
  }
}
