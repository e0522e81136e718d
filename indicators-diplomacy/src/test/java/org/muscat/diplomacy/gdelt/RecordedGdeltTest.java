package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;

/** The two real raw files. Each text of a cell comes from a plain split, not from the reader. */
class RecordedGdeltTest {

  @ParameterizedTest
  @CsvSource({"20180101000000,2414,2", "20191024143000,2111,0"})
  void shouldReadTheEventsOfADyad(String digits, long rows, double events) throws Exception {
    GdeltFile file = read(digits, new Dyad("USA", "IRN"));

    assertThat(file.rejections()).isEmpty();
    assertThat(file.rows()).isEqualTo(rows);
    assertThat(file.observations())
        .singleElement()
        .extracting(Observation::value)
        .isEqualTo(events);
  }

  @Test
  void shouldCountTheFourReportsOf2018AsTwoEventsOfOneSourceEach() throws Exception {
    Observation day = read("20180101000000", new Dyad("USA", "IRN")).observations().get(0);

    double ln2 = Math.log1p(1);
    assertThat(day.attributes())
        .containsEntry("goldstein-weighted", Double.toString(-4 * ln2))
        .containsEntry("root-01", "1")
        .containsEntry("root-12", "1")
        .containsEntry("quad-1", "1")
        .containsEntry("quad-3", "1")
        .containsEntry("weight", Double.toString(2 * ln2));
  }

  /** All pairs of different states of both files, counted again from plain splits. */
  @ParameterizedTest
  @ValueSource(strings = {"20180101000000", "20191024143000"})
  void shouldRefuseNoRowOfAnyDyadAndFindEachOfThem(String digits) throws Exception {
    Map<Dyad, SortedSet<String>> expected = new HashMap<>();
    for (String[] cells : rows(digits)) {
      dyad(cells)
          .forEach(
              dyad ->
                  expected.computeIfAbsent(dyad, first -> new TreeSet<>()).add(happening(cells)));
    }
    List<Dyad> dyads = List.copyOf(expected.keySet());

    GdeltFile file = read(digits, dyads.toArray(Dyad[]::new));

    assertThat(file.rejections()).isEmpty();
    assertThat(dyads).hasSizeGreaterThan(90);
    for (DyadDays days : file.dyads()) {
      int events = days.days().values().stream().mapToInt(DyadDay::size).sum();
      assertThat(events).as(days.dyad().toString()).isEqualTo(expected.get(days.dyad()).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20180101000000", "20191024143000"})
  void shouldFindEachRootInItsQuadClass(String digits) throws Exception {
    for (String[] cells : rows(digits)) {
      assertThat(Cameo.isRoot(cells[GdeltRow.ROOT_CODE])).isTrue();
      assertThat(cells[GdeltRow.EVENT_CODE]).startsWith(cells[GdeltRow.ROOT_CODE]);
      assertThat(cells[GdeltRow.QUAD_CLASS])
          .isEqualTo(String.valueOf(Cameo.quadClass(cells[GdeltRow.ROOT_CODE])));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20180101000000", "20191024143000"})
  void shouldFindTheGoldsteinValuesOfTheVerifiedTable(String digits) throws Exception {
    Map<String, Double> table = verified();
    List<String> differences = new ArrayList<>();
    for (String[] cells : rows(digits)) {
      Double expected = table.get(cells[GdeltRow.EVENT_CODE]);
      if (expected == null || expected != Double.parseDouble(cells[GdeltRow.GOLDSTEIN])) {
        differences.add(
            cells[GdeltRow.EVENT_CODE] + ": " + cells[GdeltRow.GOLDSTEIN] + ", table " + expected);
      }
    }

    assertThat(differences).isEmpty();
  }

  /** A real row spoilt in each way that is looked for, a number of times that is its own. */
  @Test
  void shouldCountRefusalsByReason() throws Exception {
    Dyad dyad = new Dyad("SYR", "TUR");
    String row =
        rows("20191024143000").stream()
            .filter(cells -> dyad(cells).contains(dyad))
            .map(cells -> String.join("\t", cells))
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>(List.of(row));
    lines.addAll(spoilt(row, GdeltRow.SQL_DATE, "20191325", 1));
    lines.addAll(spoilt(row, GdeltRow.ROOT_CODE, "21", 2));
    lines.addAll(spoilt(row, GdeltRow.QUAD_CLASS, "5", 3));
    lines.addAll(spoilt(row, GdeltRow.GOLDSTEIN, "-11", 4));
    lines.addAll(spoilt(row, GdeltRow.SOURCE_URL, "", 5));
    lines.add(row.substring(0, row.lastIndexOf('\t')));

    Map<String, Integer> refusals = new TreeMap<>();
    new RawFile("20191024143000", lines)
        .read(dyad)
        .rejections()
        .forEach(one -> refusals.merge(one.reason().split(" ")[0], 1, Integer::sum));

    assertThat(refusals)
        .containsExactly(
            Map.entry("EventRootCode", 2),
            Map.entry("GoldsteinScale", 4),
            Map.entry("QuadClass", 3),
            Map.entry("SOURCEURL", 5),
            Map.entry("SQLDATE", 1),
            Map.entry("row", 1));
  }

  private static List<String> spoilt(String row, int column, String text, int times) {
    String[] cells = row.split("\t", -1);
    cells[column] = text;
    return Collections.nCopies(times, String.join("\t", cells));
  }

  private static List<Dyad> dyad(String[] cells) {
    String first = cells[GdeltRow.ACTOR1_COUNTRY];
    String second = cells[GdeltRow.ACTOR2_COUNTRY];
    if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
      return List.of();
    }
    return List.of(first.compareTo(second) < 0 ? new Dyad(first, second) : new Dyad(second, first));
  }

  private static String happening(String[] cells) {
    String first = cells[GdeltRow.ACTOR1];
    String second = cells[GdeltRow.ACTOR2];
    String actors = first.compareTo(second) <= 0 ? first + " " + second : second + " " + first;
    return cells[GdeltRow.SQL_DATE] + " " + cells[GdeltRow.ROOT_CODE] + " " + actors;
  }

  private static Map<String, Double> verified() throws Exception {
    Map<String, Double> table = new HashMap<>();
    List<String> lines = Files.readAllLines(Recorded.data("cameo/cameo_goldstein_verified.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      table.put(cells[0], Double.valueOf(cells[4]));
    }
    return table;
  }

  private static List<String[]> rows(String digits) throws IOException {
    return Files.readAllLines(path(digits)).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static GdeltFile read(String digits, Dyad... dyads) throws Exception {
    try (InputStream in = Files.newInputStream(path(digits))) {
      return GdeltFile.read(
          in, digits, FileStamp.parse(digits).orElseThrow(), new DyadLookup(List.of(dyads)));
    }
  }

  private static Path path(String digits) {
    return Recorded.data("gdelt/" + digits + ".export.CSV");
  }
}
