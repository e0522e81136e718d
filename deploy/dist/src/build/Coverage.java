import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Prints the share of lines that the tests run, by module and in all, from JaCoCo's CSV. */
public final class Coverage {

  private static final int MODULE = 0;
  private static final int LINES_MISSED = 7;
  private static final int LINES_COVERED = 8;

  private Coverage() {}

  public static void main(String[] arguments) throws IOException {
    Path csv = Path.of(arguments[0]);
    if (Files.notExists(csv)) {
      System.out.println("coverage: no tests ran");
      return;
    }
    TreeMap<String, long[]> modules = new TreeMap<>();
    List<String> rows = Files.readAllLines(csv);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      String module = cells[MODULE].substring(cells[MODULE].lastIndexOf('/') + 1);
      for (String name : List.of(module, "of all lines")) {
        long[] lines = modules.computeIfAbsent(name, n -> new long[2]);
        lines[0] += Long.parseLong(cells[LINES_COVERED]);
        lines[1] += Long.parseLong(cells[LINES_MISSED]);
      }
    }
    modules.forEach(
        (name, lines) ->
            System.out.printf(
                Locale.ROOT,
                "coverage: %5.1f %% %s%n",
                100.0 * lines[0] / (lines[0] + lines[1]),
                name));
  }
}
