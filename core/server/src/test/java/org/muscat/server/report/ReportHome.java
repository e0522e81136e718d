package org.muscat.server.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.muscat.server.config.ReportFormat;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.TestPluginJar;
import org.muscat.server.runtime.Session;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.FetchRecord;
import org.muscat.store.Store;

/**
 * A home with sixty days of data, of which eight are not there, so that there is no score; with
 * talks, fetches, and titles that are markup.
 */
public final class ReportHome {

  public static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  /** Of the last day that has data, at noon. */
  public static final Instant END = Instant.parse("2025-03-01T12:00:00Z");

  static final String MARKUP = "<script>alert('1')</script>";

  private static final int DAYS = 60;
  private static final int FIRST_GAP = 20;
  private static final int LAST_GAP = 27;
  private static final Duration DAY = Duration.ofDays(1);

  private ReportHome() {}

  /** The home; its store is filled. */
  public static Home in(Path folder) throws IOException {
    return in(folder, Home.MODEL + Home.REGIME, "");
  }

  /** The same with another model and more in muscat.yaml. */
  public static Home in(Path folder, String model, String options) throws IOException {
    Home home = Home.in(folder).options(options).model("test", model.replace("The north", MARKUP));
    Files.write(home.plugins().resolve("acme.jar"), hostile());
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      for (String series : Home.SERIES) {
        store.append(new Delivery("acme", 1, FIRST, points(series), null));
      }
      store.append(new Delivery("acme", 1, FIRST, points("test/strait"), null));
      talks(store);
      fetches(store);
    }
    return home;
  }

  /** The plugin of the tests, with titles that are markup. */
  private static byte[] hostile() throws IOException {
    try (var in = ReportHome.class.getResourceAsStream("/plugin/TestPlugin.java.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TestPluginJar.compile(
          "acme.TestPlugin", text.replace("\"The \" + id", "\"" + MARKUP + "\" + id"));
    }
  }

  private static List<Observation> points(String series) {
    Random random = new Random(series.hashCode());
    List<Observation> points = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      double value = 30 + 12 * Math.sin(day / 4.0) + random.nextInt(9);
      if (day < FIRST_GAP || day > LAST_GAP) {
        Instant at = FIRST.plus(DAY.multipliedBy(day));
        points.add(Observation.point(series, at, value).knownAt(at, KnownBasis.PUBLISHED));
      }
    }
    return points;
  }

  private static void talks(Store store) {
    List<Observation> events = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Instant at = END.minus(DAY.multipliedBy(2 + i));
      events.add(
          Observation.event(
                  "test/three", "e" + i, at, "talks", 1, Map.of("summary", MARKUP + " in Muscat"))
              .knownAt(at, KnownBasis.PUBLISHED));
    }
    Instant at = END.minus(DAY);
    events.add(
        Observation.event(
                "test/three",
                "secret",
                at,
                "talks",
                1,
                Map.of("summary", "not to be told", "redistributable", "no"))
            .knownAt(at, KnownBasis.PUBLISHED));
    store.append(new Delivery("acme", 1, END, events, null));
  }

  private static void fetches(Store store) {
    end(store, END.minus(DAY.multipliedBy(3)), "");
    end(store, END.minus(DAY.multipliedBy(2)), "RATE_LIMITED");
    // After the end of all reports but those of later moments.
    end(store, END.plus(DAY), "UNREACHABLE");
  }

  private static void end(Store store, Instant at, String reason) {
    long fetch = store.fetches().begin("drop", "lines", at.minusSeconds(1));
    store.fetches().end(fetch, new FetchRecord.End(at, reason, reason, 5, 0, 2, 1, 100, null));
  }

  /** The report of the theatre north. */
  static Report report(Session session, Instant from, Instant asOf) throws InterruptedException {
    List<Report> reports = new ArrayList<>();
    session
        .injector()
        .getInstance(Reports.class)
        .of(
            List.of(session.theatres().find("north").orElseThrow()),
            ReportPeriod.between(from, asOf),
            reports::add);
    return reports.get(0);
  }

  static String html(Session session, Instant from, Instant asOf) throws InterruptedException {
    return ReportFiles.text(report(session, from, asOf), ReportFormat.HTML);
  }

  /** The rows of the CSV of a report. */
  static List<CSVRecord> csv(Report report) {
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(ReportFiles.text(report, ReportFormat.CSV)))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
