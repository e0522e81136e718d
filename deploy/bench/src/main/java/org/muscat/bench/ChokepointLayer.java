package org.muscat.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muscat.bench.GeneratedTransits.Day;
import org.muscat.maritime.geo.Strait;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** Answers queries for generated transits as the layer of PortWatch does: 1,000 rows a page. */
final class ChokepointLayer implements Function<StubRequest, StubAnswer> {

  private static final int PAGE = 1_000;

  private final Map<Strait, List<Day>> transits;

  ChokepointLayer(Map<Strait, List<Day>> transits) {
    this.transits = transits;
  }

  @Override
  public StubAnswer apply(StubRequest request) {
    String where = request.parameter("where").orElse("");
    if (where.isEmpty()) {
      return StubAnswer.json("{}");
    }
    List<Day> days =
        transits.entrySet().stream()
            .filter(strait -> where.startsWith("portid='" + strait.getKey().portId() + "'"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nobody asks " + where));
    int offset = Integer.parseInt(request.parameter("resultOffset").orElse("0"));
    List<Day> page = days.stream().skip(offset).limit(PAGE).toList();
    return StubAnswer.json(
        page.stream()
            .map(ChokepointLayer::feature)
            .collect(
                Collectors.joining(
                    ",",
                    "{\"features\":[",
                    "],\"exceededTransferLimit\":" + (offset + page.size() < days.size()) + "}")));
  }

  /** The kinds of cargo ships are not recorded: each has a quarter of them. */
  private static String feature(Day day) {
    return "{\"attributes\":{\"date\":\"%s\",\"n_total\":%d,\"n_tanker\":%d,\"n_cargo\":%d,"
            .formatted(day.date(), day.calls(), day.tankers(), day.cargo())
        + Stream.of("n_container", "n_dry_bulk", "n_general_cargo", "n_roro")
            .map(kind -> "\"%s\":%d,".formatted(kind, day.cargo() / 4))
            .collect(Collectors.joining())
        + "\"capacity\":%d,\"capacity_tanker\":%d}}"
            .formatted(day.capacity(), day.tankerCapacity());
  }
}
