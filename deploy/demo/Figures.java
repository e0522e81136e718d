import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Makes the figures of the demo theatre from the recorded series: daily Brent and WTI spot prices of
 * the U.S. Energy Information Administration (public domain), and weekly means of the transits of
 * the Strait of Hormuz by IMF PortWatch (vintage B, with attribution).
 *
 * <p>{@code java deploy/demo/Figures.java ../shared/data deploy/dist/src/main/demo/figures}
 */
public final class Figures {

  private static final LocalDate FIRST_PRICE = LocalDate.of(2018, 11, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
  private static final int PORTWATCH_LAG_DAYS = 9;
  private static final String HEADER = "series,observed_at,value,unit,source,known_at";

  private Figures() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    Files.createDirectories(out);
    List<String> prices = new ArrayList<>(List.of(HEADER));
    prices(prices, data.resolve("prices/brent-daily.csv"), "oil/brent-spot");
    prices(prices, data.resolve("prices/wti-daily.csv"), "oil/wti-spot");
    Files.write(out.resolve("prices.csv"), prices);

    List<String> transits = new ArrayList<>(List.of(HEADER));
    Path portwatch = data.resolve("portwatch/hormuz_vintage-B_2026-07-06.csv");
    weekly(transits, portwatch, "n_total", "transits/hormuz/all", "calls/d");
    weekly(transits, portwatch, "capacity_tanker", "capacity/hormuz/tanker", "dwt/d");
    Files.write(out.resolve("transits.csv"), transits);
  }

  private static void prices(List<String> rows, Path file, String series) throws IOException {
    for (String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
      String[] cells = line.split(",", -1);
      LocalDate day = LocalDate.parse(cells[0]);
      if (!day.isBefore(FIRST_PRICE) && !day.isAfter(LAST) && !cells[1].isEmpty()) {
        LocalDate known = nextBusinessDay(day);
        rows.add(String.join(",", series, cells[0], cells[1], "USD/bbl", "eia", known.toString()));
      }
    }
  }

  /** Means over weeks from Monday to Sunday, observed on the Sunday; whole weeks only. */
  private static void weekly(
      List<String> rows, Path file, String column, String series, String unit) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int index = List.of(lines.get(0).split(",")).indexOf(column);
    TreeMap<LocalDate, List<Double>> weeks = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      LocalDate day = LocalDate.parse(cells[0]);
      LocalDate sunday = day.plusDays(DayOfWeek.SUNDAY.getValue() - day.getDayOfWeek().getValue());
      if (!sunday.isAfter(LAST)) {
        weeks.computeIfAbsent(sunday, w -> new ArrayList<>()).add(Double.valueOf(cells[index]));
      }
    }
    weeks.forEach(
        (sunday, values) -> {
          if (values.size() == DayOfWeek.values().length) {
            double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
            String value = String.format(Locale.ROOT, "%.2f", mean);
            LocalDate known = sunday.plusDays(PORTWATCH_LAG_DAYS);
            rows.add(
                String.join(
                    ",", series, sunday.toString(), value, unit, "portwatch", known.toString()));
          }
        });
  }

  private static LocalDate nextBusinessDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (next.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
      next = next.plusDays(1);
    }
    return next;
  }
}
