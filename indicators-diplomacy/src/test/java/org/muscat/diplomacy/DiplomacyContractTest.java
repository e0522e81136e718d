package org.muscat.diplomacy;

import static org.muscat.contract.TestSeries.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.FeedTestKit;
import org.muscat.contract.PluginContract;
import org.muscat.contract.SampledIndicator;
import org.muscat.contract.Samples;
import org.muscat.diplomacy.chronicle.ChronicleProvider;
import org.muscat.diplomacy.framework.FrameworkProvider;
import org.muscat.diplomacy.gdelt.BulkServer;
import org.muscat.diplomacy.gdelt.GdeltLines;
import org.muscat.diplomacy.gdelt.News;
import org.muscat.diplomacy.sanctions.SanctionsDays;
import org.muscat.diplomacy.sanctions.SdnLists;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;

/** Every feed and indicator of the plugin against the contract. */
class DiplomacyContractTest extends PluginContract {

  private static final Instant NOON = Instant.parse("2019-10-24T12:00:00Z");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  @TempDir private Path folder;

  DiplomacyContractTest() {
    super(DiplomacyPlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    samples.feed("chronicle");
    samples.feed("framework");
    samples
        .feed("ofac")
        .now("2025-06-20T12:00:00Z")
        .answering(SdnLists.of("2025-06-18").answer("ETag: \"made-up\""));
    samples.feed("ofac").config("{path: sdn, live: false}").in(sdnFolder());
    structure(samples);
    samples.feed("gdelt-files").config("{path: gdelt, dyads: [USA-IRN]}").in(gdeltFolder());
    samples
        .feed("gdelt")
        .config("{dyads: [USA-IRN], back-fill: P1D}")
        .now("2019-10-24T15:00:00Z")
        .answering(BulkServer.small());
    samples
        .feed("gdelt-doc")
        .config("{query: hormuz, topic: hormuz, pause: PT0S}")
        .now("2019-10-24T15:00:00Z")
        .answering(
            StubAnswer.json(
                "{\"timeline\":[{\"series\":\"Volume Intensity\",\"data\":[{\"date\":"
                    + "\"20191022T000000Z\",\"value\":0.0006}]}]}"))
        .refusing(StubAnswer.text("Your query was too short or too long."));
    List<Observation> chronicle = chronicle();
    fromDays(samples);
    samples.indicator("dialogue-stock").given(chronicle).at("2019-03-01", "2024-11-01");
    samples
        .indicator("kinetic-state")
        .given(chronicle)
        .vouchedFor("events/gulf/kinetic", "chronicle/gulf/coded")
        .at("2019-09-20", "2024-10-05");
    codedIndicators(samples, chronicle);
    for (String id : List.of("tension", "talks-balance")) {
      samples
          .indicator(id)
          .config("{dyad: [USA, IRN], window: P2D}")
          .given(gdelt())
          .at("2019-10-24T06:00:00Z", "2019-10-24T12:30:00Z");
    }
    samples
        .indicator("tension-sums")
        .config("dyad: [USA, IRN]")
        .given(
            series("dyads/usa-irn/goldstein-sum")
                .daily("2016-01-01", 900, day -> -20 + 15 * Math.sin(day / 11.0) + day % 7))
        .at("2018-05-01", "2018-06-17");
  }

  /** Events tell nothing of a quiet day; the coded days vouch for them. */
  private static void codedIndicators(Samples samples, List<Observation> chronicle) {
    Map<String, List<String>> domains = new TreeMap<>();
    domains.put("talks-opacity", List.of("dialogue"));
    domains.put("assurance", List.of("other", "sanctions"));
    domains.put("ultimatum-clock", List.of("deadline"));
    domains.put("force-posture", List.of("posture"));
    domains.put("posture-tension", List.of("posture"));
    domains.put("signalling", List.of("signalling"));
    domains.put("signalling-tension", List.of("signalling"));
    domains.put("protective-measures", List.of("protective"));
    domains.put("proxy-tempo", List.of("kinetic"));
    domains.put("deniability", List.of("kinetic"));
    List<Observation> told = new ArrayList<>(chronicle);
    told.addAll(deployments());
    domains.forEach(
        (id, read) -> {
          SampledIndicator sample =
              samples.indicator(id).given(told).at("2019-07-25", "2021-01-20", "2025-06-12");
          read.forEach(
              domain -> sample.vouchedFor("events/gulf/" + domain, "chronicle/gulf/coded"));
        });
  }

  /** Units of several kinds, whatever the chronicle inside the plugin has: one a fortnight. */
  private static List<Observation> deployments() {
    List<String> units = List.of("carrier-group", "bomber-task-force", "air-defence-battalion");
    return IntStream.range(0, 9)
        .mapToObj(
            number -> {
              Instant day =
                  Instant.parse("2019-04-01T00:00:00Z").plus(Duration.ofDays(14L * number));
              return Observation.event(
                      "events/gulf/posture",
                      "deployment-" + number,
                      day,
                      "deployment",
                      1,
                      Map.of("assets", units.get(number % units.size()), "verified", "true"))
                  .knownAt(day.plus(Duration.ofDays(1)), KnownBasis.ASSUMED);
            })
        .toList();
  }

  private static void structure(Samples samples) {
    samples
        .indicator("framework-index")
        .given(told(new FrameworkProvider()))
        .at("2018-05-02", "2021-03-01", "2025-06-30");
    for (String id : List.of("sanctions-pressure", "sanctions-strain")) {
      samples
          .indicator(id)
          .given(SanctionsDays.daily(300))
          .vouchedFor("events/gulf/ofac", "ofac/gulf/list")
          .at("2024-08-01", "2024-10-01");
    }
    samples
        .indicator("economic-stress")
        .given(
            series("economy/irn/rial-gap").daily("2024-01-01", 60, day -> 40 + day % 20),
            series("economy/irn/inflation").at("2024-01-01", 38).at("2024-02-01", 41),
            series("economy/irn/oil-exports").at("2024-01-01", 1.4).at("2024-02-01", 1.2),
            series("economy/irn/connectivity").daily("2024-01-01", 60, day -> 90 - day % 30))
        .at("2024-02-10", "2024-02-25")
        .risingWith("economy/irn/rial-gap")
        .risingWith("economy/irn/inflation")
        .fallingWith("economy/irn/oil-exports")
        .fallingWith("economy/irn/connectivity");
  }

  private static void fromDays(Samples samples) {
    News news = new News().coded(60);
    samples
        .indicator("cooperation-share")
        .config("{dyad: [USA, IRN], window: P2D}")
        .given(gdelt())
        .given(
            series("dyads/usa-irn/events").daily("2019-01-01", 296, day -> 6 + day % 5),
            series("dyads/usa-irn/cooperation").daily("2019-01-01", 296, day -> 3 + day % 3))
        .at("2019-10-24T06:00:00Z", "2019-10-24T12:30:00Z");
    samples
        .indicator("media-tone")
        .config("dyad: [USA, IRN]")
        .given(
            series("dyads/usa-irn/tone").daily("2019-01-01", 900, day -> -3 + Math.sin(day / 5.0)))
        .at("2020-05-01", "2021-06-17")
        .fallingWith("dyads/usa-irn/tone");
    samples
        .indicator("media-volume")
        .config("dyad: [USA, IRN]")
        .given(series("dyads/usa-irn/articles").daily("2019-01-01", 900, day -> 30 + day * 7 % 13))
        .at("2020-05-01", "2021-06-17")
        .risingWith("dyads/usa-irn/articles");
    samples
        .indicator("mediation-surge")
        .config("{principals: [USA, IRN], mediators: [OMN]}")
        .given(
            series("dyads/usa-omn/events").daily("2019-01-01", 900, day -> 9 + day % 3),
            series("dyads/irn-omn/events").daily("2019-01-01", 900, day -> 9 + day % 4))
        .at("2020-05-01", "2021-06-17")
        .risingWith("dyads/usa-omn/events");
    for (String principal : List.of("usa", "irn")) {
      news.daily("dyads/" + principal + "-omn/talk", 800, ago -> ago < 9 ? 5 : ago % 2);
    }
    samples
        .indicator("mediation")
        .config("{theatre: gulf, principals: [USA, IRN], mediators: [OMN]}")
        .given(news.event("dialogue", 6, "contact", Map.of("mediator", "QAT")).observations())
        .at("2021-12-20", "2022-01-01T06:00:00Z");
    for (String quantity : List.of("first-events", "first-cooperation")) {
      int share = quantity.equals("first-events") ? 2 : 1;
      news.daily("dyads/usa-sau/" + quantity, 800, ago -> share * (3 + ago % 5));
      news.daily("dyads/usa-qat/" + quantity, 800, ago -> share * (2 + ago % 3));
    }
    news.event("other", 6, "allied-statement", Map.of("actors", "QAT USA", "stance", "refuses"));
    samples
        .indicator("allied-reassurance")
        .config("{theatre: gulf, principal: USA, allies: [SAU, QAT]}")
        .given(news.observations())
        .vouchedFor("events/gulf/other", "chronicle/gulf/coded")
        .at("2021-12-20", "2022-01-01T06:00:00Z");
  }

  /** What the chronicle inside the plugin tells. */
  private static List<Observation> chronicle() {
    return told(new ChronicleProvider());
  }

  /** What a feed tells without any options. */
  private static List<Observation> told(FeedProvider<?> provider) {
    try (FeedTestKit<?> kit = FeedTestKit.of(provider)) {
      return kit.fetch().observations();
    } catch (FeedException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What three days of files say of a dyad: a little talk and a little force in each. */
  private static List<Observation> gdelt() {
    return IntStream.range(0, 288).mapToObj(DiplomacyContractTest::ofFile).toList();
  }

  private static Observation ofFile(int number) {
    Instant stamp = NOON.minus(Duration.ofMinutes(15L * number));
    return Observation.event(
            "events/usa-irn/gdelt",
            STAMP.format(stamp)
                + "/"
                + stamp.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10),
            stamp.truncatedTo(ChronoUnit.DAYS),
            "dyad-day",
            2,
            Map.of(
                "root-04", String.valueOf(number % 3),
                "root-19", String.valueOf(number % 4),
                "weight", "2",
                "goldstein-weighted", String.valueOf(-3 + number % 5)))
        .knownAt(stamp.plus(Duration.ofMinutes(15)), KnownBasis.PUBLISHED);
  }

  private Path sdnFolder() {
    try {
      Path sdn = Files.createDirectories(folder.resolve("sdn"));
      Files.writeString(sdn.resolve("sdn-2025-06-18.xml"), SdnLists.of("2025-06-18").xml());
      Files.writeString(sdn.resolve("sdn-2025-06-20.xml"), SdnLists.of("2025-06-20").xml());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path gdeltFolder() {
    try {
      Path gdelt = Files.createDirectories(folder.resolve("gdelt"));
      for (String stamp : List.of("20191024143000", "20191024144500")) {
        Files.writeString(
            gdelt.resolve(stamp + ".export.CSV"),
            GdeltLines.report().code("042", "04", "1", "1.9").line() + "\n");
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
