package org.muscat.host.child.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.spi.Batch;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.Calibration;
import org.muscat.spi.Event;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.PluginDescriptor;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

class CodecTest {

  private static final Instant NOW = Instant.parse("2024-01-31T12:34:56.123456789Z");
  private static final Uncertainty UNCERTAINTY =
      new Uncertainty(1.5, 10, Duration.ofDays(1), Duration.ofDays(9));

  private static final Calibration CALIBRATION =
      new Calibration(
          2, Calibration.Origin.CHOICE, LocalDate.of(2008, 1, 1), LocalDate.of(2018, 12, 31));

  /** A value and the type as which it is sent. */
  private record Sent(Class<?> type, Object value) {}

  static List<Sent> values() {
    return List.of(
        new Sent(Instant.class, NOW),
        new Sent(Duration.class, Duration.parse("PT-1.5S")),
        new Sent(PluginDescriptor.class, PluginDescriptor.of("a-b", "A", "1.0", "MIT", 1)),
        new Sent(
            FeedDescriptor.class,
            FeedDescriptor.of("f", "F", "files", Duration.ofHours(1), "MIT").tellingWholeHistory()),
        new Sent(
            IndicatorDescriptor.class,
            IndicatorDescriptor.of("i", "I", Role.AXIS, "z", Scale.normal(), UNCERTAINTY, "none")),
        new Sent(
            IndicatorDescriptor.class,
            IndicatorDescriptor.of("i", "I", Role.AXIS, "z", Scale.normal(), UNCERTAINTY, "none")
                .calibratedBy(CALIBRATION)
                .calibratedFor(
                    List.of(
                        new CalibratedCase(
                            "i/x", Map.of("strait", "x", "measure", "y"), CALIBRATION)))),
        new Sent(Scale.class, Scale.logistic(3, -2)),
        new Sent(Scale.class, Scale.logLogistic(0.1, 7)),
        new Sent(Scale.class, Scale.linear(1, 5, 2, 60)),
        new Sent(LevelMap.class, LevelMap.linear(2, 1)),
        new Sent(LevelMap.class, LevelMap.normal()),
        new Sent(LevelMap.class, LevelMap.intensity(0.3)),
        new Sent(
            Inputs.class,
            Inputs.none().with("b/b", Duration.ofDays(1)).with("a/a", Inputs.WHOLE_HISTORY)),
        new Sent(Series.class, Series.of("a/b", new long[] {-1, 5}, new double[] {-0.0, 1e-308})),
        new Sent(Series.class, Series.empty("a/b")),
        new Sent(
            org.muscat.spi.Reading.class,
            Measured.of(0.1 + 0.2, NOW).fact("z", "1").fact("a", "2").partial("half")),
        new Sent(org.muscat.spi.Reading.class, NoData.suspect("why")),
        new Sent(
            Event.class, new Event("k", NOW, NOW, "t", 4.5, Map.of("actor", "\u00e4\u4e2d\ud800"))),
        new Sent(Observation.class, Observation.point("a/b", NOW, 3)),
        new Sent(
            Observation.class,
            Observation.event("a/b", "k", NOW, "t", -0.0, Map.of("x", "y"))
                .knownAt(NOW.plusNanos(1), KnownBasis.PUBLISHED)
                .from("other")),
        new Sent(
            Batch.class,
            Batch.partial(
                List.of(Observation.point("a/b", NOW, 3)),
                List.of(new Batch.Rejection("file", 3, "why")),
                "next")),
        new Sent(FetchRequest.class, FetchRequest.after("here", NOW)),
        new Sent(FetchRequest.class, FetchRequest.first(NOW)),
        new Sent(
            HttpAnswer.class,
            HttpAnswer.of(
                "http://x/", 206, Map.of("ETag", List.of("a", "b")), new byte[] {1}, NOW, true)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void shouldGiveBackWhatWasSentInAllThatCanBeAskedOfIt(Sent sent) throws IOException {
    Object back = Codec.decode(sent.type(), Codec.encode(sent.type(), sent.value()));

    // By what can be asked, so that whoever adds to the contract is told to send it too.
    assertThat(back).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(sent.value());
  }

  @Test
  void shouldKeepTheOrderOfInputsAndFacts() throws IOException {
    Measured measured = Measured.of(1, NOW).fact("z", "1").fact("a", "2");

    Measured back = Codec.decode(Measured.class, Codec.encode(Measured.class, measured));

    assertThat(back.facts().keySet()).containsExactly("z", "a");
  }

  @Test
  void shouldSendConfigurationsWithTheirPlaces() throws IOException {
    ConfigNode config =
        ConfigReader.parse("m.yaml", "a:\n  - b\n  - {c: ~}\n", new Problems()).orElseThrow();

    ConfigNode back = Codec.decode(ConfigNode.class, Codec.encode(ConfigNode.class, config));

    assertThat(back).isEqualTo(config);
  }

  @Test
  void shouldThrowHereWhatWasThrownThere() throws IOException {
    Failure failure =
        Failure.of(new FeedException(FeedException.Reason.RATE_LIMITED, "slower", NOW));

    Failure back = Codec.decode(Failure.class, Codec.encode(Failure.class, failure));

    assertThatThrownBy(back::thrown)
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(FeedException.Reason.RATE_LIMITED);
              assertThat(e.retryAfter()).contains(NOW);
            })
        .hasMessage("slower");
  }

  @Test
  void shouldRefuseANullInsideOfAValue() {
    Event event = new Event("k", NOW, NOW, null, 1, Map.of());

    assertThatThrownBy(() -> Codec.encode(Event.class, event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("null in the place of a java.lang.String");
  }

  @Test
  void shouldRefuseAValueThatEndsTooEarlyWhereverItEnds() {
    byte[] whole = Codec.encode(Observation.class, Observation.point("a/b", NOW, 3));

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Codec.decode(Observation.class, part))
          .isInstanceOf(GarbledException.class);
    }
  }

  @Test
  void shouldRefuseBytesBehindAValue() {
    byte[] more = Arrays.copyOf(Codec.encode(Instant.class, NOW), 13);

    assertThatThrownBy(() -> Codec.decode(Instant.class, more))
        .isInstanceOf(GarbledException.class)
        .hasMessageContaining("1 bytes too many");
  }

  @Test
  void shouldTakeNoMemoryForAListThatIsOnlyAnnounced() {
    byte[] huge = {0x7f, 0x7f, 0x7f, 0x7f, 0};

    assertThatThrownBy(() -> Codec.decode(Inputs.class, huge))
        .isInstanceOf(GarbledException.class)
        .hasMessageContaining("items in the 1 bytes left");
  }

  @Test
  void shouldRefuseAValueThatTheContractRefuses() {
    byte[] nan = Codec.encode(Series.class, Series.of("a/b", new long[] {1}, new double[] {1}));
    nan[nan.length - 8] = (byte) 0x7f;
    nan[nan.length - 7] = (byte) 0xf8;

    assertThatThrownBy(() -> Codec.decode(Series.class, nan))
        .isInstanceOf(GarbledException.class)
        .hasMessageContaining("NaN");
  }
}
