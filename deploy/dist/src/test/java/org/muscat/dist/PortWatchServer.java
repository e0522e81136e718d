package org.muscat.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubIdentity;
import org.muscat.testkit.StubRequest;
import org.muscat.testkit.StubServer;

/**
 * A server that answers as PortWatch does for Hormuz, and has no rows of other straits; a page
 * holds at most 1,000 rows.
 */
final class PortWatchServer implements AutoCloseable {

  private static final int PAGE = 1_000;

  /** Not every recorded history has tonnages; nothing of these tests reads them. */
  private static final int TONS_OF_A_TANKER = 100_000;

  private static final Pattern SINCE = Pattern.compile("date >= DATE '([-\\d]+)'");

  /** All calls of a day, and those of tankers. */
  record Day(LocalDate date, int calls, int tankers) {}

  private final StubServer server;
  private volatile List<Day> days;

  PortWatchServer(List<Day> days) {
    this(days, StubServer.http());
  }

  private PortWatchServer(List<Day> days, StubServer server) {
    this.days = days;
    this.server = server.otherwise(this::answer);
  }

  /** The same over TLS. */
  static PortWatchServer https(List<Day> days, StubIdentity identity) {
    return new PortWatchServer(days, StubServer.https(identity.context()));
  }

  /** A hundred calls on each of some days, until the day before yesterday. */
  static List<Day> calm(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Day(newest().minusDays(count - 1L - i), 100, 60))
        .toList();
  }

  /** The same of which the last days have fewer calls. */
  static List<Day> calmThenLow(int count, int lowDays, int calls) {
    return calm(count).stream()
        .map(
            day ->
                day.date().isAfter(newest().minusDays(lowDays))
                    ? new Day(day.date(), calls, calls / 2)
                    : day)
        .toList();
  }

  /**
   * A recorded vintage, moved in time so that it ends the day before yesterday.
   *
   * @param all column of all calls
   * @param tanker column of those of tankers
   */
  static List<Day> recorded(String file, int all, int tanker) throws IOException {
    List<String[]> rows =
        Files.readAllLines(Recorded.data("portwatch/" + file)).stream()
            .skip(1)
            .map(line -> line.split(","))
            .toList();
    LocalDate last = LocalDate.parse(rows.get(rows.size() - 1)[0]);
    long shift = newest().toEpochDay() - last.toEpochDay();
    return rows.stream()
        .map(
            cells ->
                new Day(
                    LocalDate.parse(cells[0]).plusDays(shift),
                    Integer.parseInt(cells[all]),
                    Integer.parseInt(cells[tanker])))
        .toList();
  }

  private static LocalDate newest() {
    return LocalDate.now(ZoneOffset.UTC).minusDays(2);
  }

  /** Publishes another history from now on. */
  void publish(List<Day> history) {
    days = history;
  }

  /** Answers the next question with something else. */
  void next(StubAnswer answer) {
    server.then(answer);
  }

  String url() {
    return server.uri("/query").toString();
  }

  int asked() {
    return server.requests().size();
  }

  @Override
  public void close() {
    server.close();
  }

  private StubAnswer answer(StubRequest request) {
    if (!request.parameter("where").orElse("").contains("'chokepoint6'")) {
      return StubAnswer.json("{\"features\":[]}");
    }
    Matcher since = SINCE.matcher(request.parameter("where").orElse(""));
    LocalDate from = since.find() ? LocalDate.parse(since.group(1)) : LocalDate.MIN;
    int offset = Integer.parseInt(request.parameter("resultOffset").orElse("0"));
    List<Day> found = days.stream().filter(day -> !day.date().isBefore(from)).toList();
    List<Day> page = found.stream().skip(offset).limit(PAGE).toList();
    return StubAnswer.json(
        page.stream()
            .map(PortWatchServer::feature)
            .collect(
                Collectors.joining(
                    ",",
                    "{\"features\":[",
                    "],\"exceededTransferLimit\":" + (offset + page.size() < found.size()) + "}")));
  }

  private static String feature(Day day) {
    return "{\"attributes\":{\"date\":\""
        + day.date()
        + "\",\"portid\":\"chokepoint6\",\"n_total\":"
        + day.calls()
        + ",\"n_tanker\":"
        + day.tankers()
        + ",\"capacity_tanker\":"
        + day.tankers() * TONS_OF_A_TANKER
        + "}}";
  }
}
