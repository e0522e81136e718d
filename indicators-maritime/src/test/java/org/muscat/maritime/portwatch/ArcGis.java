package org.muscat.maritime.portwatch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muscat.maritime.geo.Strait;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** Answers queries as the ArcGIS server of PortWatch does, with its cap on pages. */
final class ArcGis implements Function<StubRequest, StubAnswer> {

  private static final Pattern WHERE =
      Pattern.compile("portid='(\\w+)'(?: AND date >= DATE '([-\\d]+)')?");

  /** How the server writes a date. */
  enum Dates {
    MILLIS,
    ISO
  }

  private record Row(LocalDate day, Map<String, String> fields) {}

  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private int cap = 1_000;
  private Dates dates = Dates.ISO;
  private String layer = "{}";

  ArcGis capped(int rowsOfAPage) {
    cap = rowsOfAPage;
    return this;
  }

  /** What the layer tells of itself. */
  ArcGis layer(String json) {
    layer = json;
    return this;
  }

  ArcGis writing(Dates as) {
    dates = as;
    return this;
  }

  /** A number of days in a row with all fields; all calls of the n-th day are n. */
  ArcGis days(Strait strait, String first, int count) {
    LocalDate day = LocalDate.parse(first);
    for (int n = 1; n <= count; n++) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String field :
          List.of(
              "n_tanker", "n_cargo", "n_container", "n_dry_bulk", "n_general_cargo", "n_roro")) {
        fields.put(field, "1");
      }
      fields.put("n_total", String.valueOf(n));
      fields.put("capacity", "2000.5");
      fields.put("capacity_tanker", "1000");
      row(strait, day.toString(), fields);
      day = day.plusDays(1);
    }
    return this;
  }

  /** One row; the values are JSON. */
  ArcGis row(Strait strait, String day, Map<String, String> fields) {
    rows.computeIfAbsent(strait.portId(), id -> new ArrayList<>())
        .add(new Row(LocalDate.parse(day), new LinkedHashMap<>(fields)));
    return this;
  }

  /** Writes another JSON value into a field of one row, the first being 0; null takes it away. */
  ArcGis spoil(Strait strait, int row, String field, String json) {
    rows.get(strait.portId()).get(row).fields().put(field, json);
    return this;
  }

  ArcGis rename(String from, String to) {
    rows.values().stream()
        .flatMap(List::stream)
        .forEach(row -> row.fields().put(to, row.fields().remove(from)));
    return this;
  }

  @Override
  public StubAnswer apply(StubRequest request) {
    if (request.parameter("where").isEmpty()) {
      return StubAnswer.json(layer);
    }
    Matcher where = WHERE.matcher(request.parameter("where").orElseThrow());
    if (!where.matches() || !request.parameter("f").orElseThrow().equals("json")) {
      return StubAnswer.json("{\"error\":{\"code\":400,\"message\":\"Invalid query\"}}");
    }
    LocalDate from = where.group(2) == null ? LocalDate.MIN : LocalDate.parse(where.group(2));
    List<Row> found =
        rows.getOrDefault(where.group(1), List.of()).stream()
            .filter(row -> !row.day().isBefore(from))
            .toList();
    int offset = Integer.parseInt(request.parameter("resultOffset").orElseThrow());
    int wanted = Integer.parseInt(request.parameter("resultRecordCount").orElseThrow());
    List<Row> page = found.stream().skip(offset).limit(Math.min(cap, wanted)).toList();
    String features =
        page.stream()
            .map(row -> "{\"attributes\":" + attributes(where.group(1), row) + "}")
            .collect(Collectors.joining(","));
    boolean more = offset + page.size() < found.size();
    return StubAnswer.json(
        "{\"objectIdFieldName\":\"ObjectId\",\"features\":["
            + features
            + "]"
            + (more ? ",\"exceededTransferLimit\":true}" : "}"));
  }

  private String attributes(String portId, Row row) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("date", date(row.day()));
    all.put("portid", "\"" + portId + "\"");
    all.putAll(row.fields());
    return all.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String date(LocalDate day) {
    return dates == Dates.ISO
        ? "\"" + day + "\""
        : String.valueOf(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }
}
