package org.muscat.maritime.portwatch;

import static org.muscat.contract.TestSeries.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.PluginContract;
import org.muscat.contract.Samples;
import org.muscat.contract.TestSeries;
import org.muscat.maritime.MaritimePlugin;
import org.muscat.maritime.geo.Strait;
import org.muscat.testkit.StubAnswer;

/** The feed and every indicator of the plugin against the contract, with made-up transits. */
class MaritimeContractTest extends PluginContract {

  private static final String TRANSITS = "transits/hormuz/all";

  private static final String WARNINGS =
      """
      {"broadcast-warn":[
       {"msgYear":2024,"msgNumber":418,"navArea":"P","subregion":"62","status":"A",
        "text":"ARABIAN GULF.\\n1. MINES ADRIFT IN 26-30.00N 056-30.00E.\\n",
        "issueDate":"150429Z APR 2024","authority":"made up","cancelDate":null},
       {"msgYear":2024,"msgNumber":9,"navArea":"12","subregion":"18","status":"A",
        "text":"BUOY UNLIT IN 33-06.0N 118-15.0W. CANCEL THIS MSG 251516Z APR 24.",
        "issueDate":"160900Z APR 2024","authority":"made up","cancelDate":null}]}
      """;

  @TempDir private Path folder;

  MaritimeContractTest() {
    super(MaritimePlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    samples
        .feed("portwatch")
        .config("straits: [hormuz]")
        .now("2025-07-01T12:00:00Z")
        .answering(new ArcGis().capped(40).days(Strait.HORMUZ, "2025-01-01", 100));
    files();
    samples
        .feed("ais-files")
        .config(
            "{path: ais, strait: hormuz, before: [24.5, 56.5, 25.5, 58], after: [25.5, 54, 26.6,"
                + " 55.5]}")
        .in(folder);
    samples.feed("gnss-files").config("{path: gnss, area: hormuz}").in(folder);
    samples.feed("incident-files").config("path: incidents").in(folder);
    samples.feed("advisory-files").config("path: advisories").in(folder);
    samples
        .feed("navarea")
        .answering(StubAnswer.json(WARNINGS))
        .refusing(StubAnswer.json("{\"error\":\"no connection to the database\"}"));
    samples
        .indicator("advisory-state")
        .given(advisories())
        .given(warnings())
        .at("2024-01-12", "2024-02-20", "2024-03-20")
        .risingWith("advisories/hormuz");
    samples
        .indicator("ais-dark-share")
        .config("strait: hormuz")
        .given(series("ais/hormuz/seen-before").daily("2024-01-01", 30, day -> 20 + day % 3))
        .given(series("ais/hormuz/dark").daily("2024-01-01", 30, day -> day % 4))
        .at("2024-01-12", "2024-01-31")
        .risingWith("ais/hormuz/dark");
    samples
        .indicator("gnss-interference")
        .config("strait: hormuz")
        .given(series("gnss/hormuz/interference").daily("2024-01-01", 30, day -> day % 9))
        .at("2024-01-12", "2024-01-31")
        .risingWith("gnss/hormuz/interference");
    samples
        .indicator("war-risk-premium")
        .config("strait: hormuz")
        .given(series("war-risk/hormuz/hull").daily("2024-01-01", 30, day -> 0.1 + day % 9 / 20.0))
        .at("2024-01-12", "2024-01-31")
        .risingWith("war-risk/hormuz/hull");
    samples
        .indicator("tanker-freight")
        .given(series("freight/td3c").daily("2023-01-01", 300, day -> 50 + day % 7))
        .at("2023-09-01", "2023-10-27");
    TestSeries usual =
        series(TRANSITS).daily("2021-01-01", 1_100, day -> 100 + 10 * Math.sin(day / 9.0));
    TestSeries closing =
        series(TRANSITS).daily("2021-01-01", 1_100, day -> day < 1_050 ? 100 + day % 7 : 12);
    samples
        .indicator("transit-shortfall")
        .config("strait: hormuz")
        .given(usual)
        .at("2023-12-01", "2024-01-04")
        .fallingWith(TRANSITS);
    samples
        .indicator("transit-shortfall")
        .config("{strait: hormuz, measure: tanker-calls}")
        .given(series("transits/hormuz/tanker").daily("2021-01-01", 1_100, day -> 50 + day % 5))
        .at("2024-01-04");
    samples
        .indicator("chokepoint-status")
        .config("strait: hormuz")
        .given(closing)
        .at("2023-11-10", "2023-12-01", "2024-01-04");
    samples
        .indicator("diversion-share")
        .given(
            series("transits/cape-of-good-hope/all")
                .daily("2021-01-01", 1_100, day -> 40 + day % 7),
            series("transits/suez/all").daily("2021-01-01", 1_100, day -> 70 + day % 5),
            series("transits/bab-el-mandeb/all").daily("2021-01-01", 1_100, day -> 72 + day % 3))
        .at("2023-06-01", "2024-01-04")
        .risingWith("transits/cape-of-good-hope/all")
        .fallingWith("transits/suez/all")
        .fallingWith("transits/bab-el-mandeb/all");
    samples
        .indicator("slow-decline")
        .config("strait: bab-el-mandeb")
        .given(
            series("transits/bab-el-mandeb/all")
                .daily("2021-01-01", 1_100, day -> (day < 1_050 ? 72 : 60) + day % 7))
        .at("2023-06-01", "2023-12-01", "2024-01-04")
        .fallingWith("transits/bab-el-mandeb/all");
    samples
        .indicator("attack-intensity")
        .config("{strait: hormuz, series: [incidents/asam]}")
        .given(reports())
        .at("2024-01-20", "2024-02-20", "2024-03-20")
        .risingWith("incidents/asam");
  }

  /** One a day at Hormuz in January, farther and farther away afterwards. */
  private static TestSeries reports() {
    TestSeries reports = series("incidents/asam");
    for (int day = 0; day < 70; day += 2) {
      reports =
          reports.event(
              LocalDate.of(2024, 1, 1).plusDays(day).toString(),
              "2024-" + day,
              "attack",
              1,
              Map.of(
                  "latitude", Double.toString(26.3 - Math.max(0, day - 30)), "longitude", "56.9"));
    }
    return reports.knownAfter(Duration.ofDays(2));
  }

  /** One every other day elsewhere, and a closure of Hormuz. */
  private static TestSeries warnings() {
    TestSeries warnings = series("warnings/navarea");
    for (int day = 0; day < 110; day += 2) {
      warnings =
          warnings.event(
              LocalDate.of(2023, 12, 1).plusDays(day).toString(),
              "NAVAREA XII " + (day + 1) + "/2024",
              "other",
              1,
              Map.of("latitude", "33", "longitude", "-118"));
    }
    return warnings.event(
        "2024-02-18",
        "HYDROPAC 7/2024",
        "closure",
        1,
        Map.of("latitude", "26.4", "longitude", "56.5"));
  }

  private static TestSeries advisories() {
    Map<String, String> marad = Map.of("issuer", "marad");
    return series("advisories/hormuz")
        .event("2024-01-01", "2024-001", "advisory", 1, marad)
        .event("2024-02-01", "2024-002", "severe", 3, marad)
        .event("2024-03-01", "2024-002", "cancelled", 0, marad);
  }

  private void files() {
    try {
      Path ais = Files.createDirectories(folder.resolve("ais"));
      Path gnss = Files.createDirectories(folder.resolve("gnss"));
      StringBuilder reports = new StringBuilder("mmsi,time,latitude,longitude,speed,type\n");
      for (int hour = 0; hour < 8; hour++) {
        reports.append("111111111,2024-03-01T0%d:00:00Z,25,57,12,tanker\n".formatted(hour));
      }
      reports.append("222222222,2024-03-03T00:00:00Z,0,0,12,tanker\n");
      Files.writeString(ais.resolve("day.csv"), reports);
      Path incidents = Files.createDirectories(folder.resolve("incidents"));
      Path advisories = Files.createDirectories(folder.resolve("advisories"));
      Files.writeString(
          incidents.resolve("asam.csv"),
          """
          reference_number,date_of_occurrence,latitude,longitude,description
          2024-1,2024-03-01,26.5,56.5,A skiff fired upon the ship
          """);
      Files.writeString(
          advisories.resolve("marad.csv"),
          """
          issuer,number,area,level,issued,until,title
          marad,2024-001,hormuz,advisory,2024-03-01,2024-09-01,made up
          """);
      Files.writeString(gnss.resolve("day.csv"), "date,cell,good,bad\n2024-03-01,a,6,4\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
