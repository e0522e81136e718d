package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Option;
import org.muscat.spi.Role;
import org.muscat.testkit.History;
import org.muscat.toolkit.Cadence;

class ChokepointStatusTest {

  private final ChokepointStatus provider = new ChokepointStatus();

  /** The ratio fell below .95 on 2023-12-20, and the word followed when that had held. */
  @Test
  void shouldSaySinceWhenTheRedSeaIsRestricted() {
    History history = new History().add(RecordedTransits.allCalls("bab-el-mandeb"));
    ChokepointStatusConfig config = Configs.status("bab-el-mandeb", 0.95);

    assertThat(facts(history, config, "2023-12-23"))
        .containsExactlyEntriesOf(facts("OPEN", "2021-04-06"));
    assertThat(facts(history, config, "2023-12-24"))
        .containsExactlyEntriesOf(facts("RESTRICTED", "2023-12-20"));
    assertThat(facts(history, config, "2025-06-30"))
        .containsExactlyEntriesOf(facts("RESTRICTED", "2023-12-20"));
  }

  /** Known weakness: the dips of winter at Hormuz are deeper in two of the three vintages. */
  @ParameterizedTest
  @CsvSource({"A, OPEN, 2019-07-15", "B, RESTRICTED, 2024-11-25", "C, RESTRICTED, 2024-11-25"})
  void shouldReadTheWinterDipOfItsVintage(String vintage, String word, String since) {
    History history = new History().add(RecordedTransits.hormuz(vintage, Measure.ALL_CALLS));

    assertThat(facts(history, Configs.status("hormuz"), "2024-12-20"))
        .containsExactlyEntriesOf(facts(word, since));
  }

  @Test
  void shouldGiveTheRatioOfTheNewestPoint() {
    History history = new History().add(RecordedTransits.allCalls("bab-el-mandeb"));
    Instant asOf = RecordedTransits.whenKnown("2025-06-30");

    Measured status =
        (Measured) history.read(provider, Configs.status("bab-el-mandeb", 0.95), asOf);
    Measured shortfall =
        (Measured)
            history.read(
                new TransitShortfall(),
                new TransitShortfallConfig("bab-el-mandeb", Measure.ALL_CALLS, Cadence.DAILY),
                asOf);

    assertThat(status.value()).isEqualTo(shortfall.value());
    assertThat(status.observedAt()).isEqualTo(shortfall.observedAt());
  }

  @Test
  void shouldSayWhereTheStraitIs() {
    History history = new History().add(RecordedTransits.allCalls("suez"));
    Instant asOf = RecordedTransits.whenKnown("2025-06-30");

    Measured read = (Measured) history.read(provider, Configs.status("suez", 0.92), asOf);

    assertThat(read.facts()).containsEntry("latitude", "30.59").containsEntry("longitude", "32.44");
  }

  @Test
  void shouldNeedAThresholdOfAStraitWithoutARecordedHistory() {
    ChokepointStatusConfig none =
        new ChokepointStatusConfig(
            "kerch",
            Measure.ALL_CALLS,
            Cadence.DAILY,
            Optional.empty(),
            0.15,
            0.05,
            Duration.ofDays(5),
            Duration.ofDays(3));

    assertThat(provider.validate(none))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("restricted-below"))
        .satisfies(problem -> assertThat(problem.message()).contains("'kerch'"));
    assertThat(provider.validate(Configs.status("kerch", 0.8))).isEmpty();
  }

  @Test
  void shouldSayNothingWithoutTransits() {
    assertThat(
            new History()
                .read(provider, Configs.status("hormuz"), RecordedTransits.whenKnown("2025-06-30")))
        .isEqualTo(new NoData("no point of 'transits/hormuz/all' is known"));
  }

  @Test
  void shouldNotSeeWhatBecameKnownLater() {
    List<Observation> all = RecordedTransits.allCalls("bab-el-mandeb");
    Instant asOf = RecordedTransits.whenKnown("2024-01-15");
    List<Observation> upToThen =
        all.stream().filter(o -> !o.knownAt().orElseThrow().isAfter(asOf)).toList();
    ChokepointStatusConfig config = Configs.status("bab-el-mandeb", 0.95);

    assertThat(new History().add(all).read(provider, config, asOf))
        .isEqualTo(new History().add(upToThen).read(provider, config, asOf))
        .isInstanceOf(Measured.class);
  }

  @Test
  void shouldBeAWordBesideTheIndex() {
    assertThat(provider.descriptor().role()).isEqualTo(Role.STATUS);
    assertThat(provider.descriptor().literature()).contains("dip in most winters");
  }

  @Test
  void shouldReportEverythingThatIsWrong() {
    ChokepointStatusConfig config = Configs.status("Hormuz", 0.1, 0.15, Duration.ofHours(30));

    assertThat(provider.validate(Configs.status("hormuz"))).isEmpty();
    assertThat(provider.validate(config))
        .extracting(ConfigProblem::option)
        .containsExactly("strait", "closed-below", "dwell");
  }

  /** The defaults that the host fills in are those of the method. */
  @Test
  void shouldDeclareTheThresholdsOfTheMethod() {
    assertThat(
            Arrays.stream(ChokepointStatusConfig.class.getRecordComponents())
                .collect(
                    Collectors.toMap(
                        component -> component.getName(),
                        component -> component.getAnnotation(Option.class).defaultValue())))
        .containsEntry("strait", "")
        .containsEntry("restrictedBelow", "")
        .containsEntry("closedBelow", "0.15")
        .containsEntry("hysteresis", "0.05")
        .containsEntry("dwell", "P5D")
        .containsEntry("closedDwell", "P3D");
  }

  private Map<String, String> facts(
      History history, ChokepointStatusConfig config, String isoDate) {
    Map<String, String> said =
        ((Measured) history.read(provider, config, RecordedTransits.whenKnown(isoDate))).facts();
    return facts(String.valueOf(said.get("status")), String.valueOf(said.get("since")));
  }

  private static Map<String, String> facts(String status, String since) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("status", status);
    facts.put("since", since);
    return facts;
  }
}
