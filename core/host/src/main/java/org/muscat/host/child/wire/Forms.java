package org.muscat.host.child.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.PluginDescriptor;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;

/** The forms of the values that are no records. */
@SuppressWarnings("ArrayRecordComponent") // forms live while a frame is written or read
final class Forms {

  private record Moment(long seconds, int nanos) {}

  private record Length(long seconds, int nanos) {}

  private record Plugin(
      String id, String title, String version, String licence, int spi, List<String> restricted) {

    PluginDescriptor made() {
      return PluginDescriptor.of(id, title, version, licence, spi)
          .restricting(restricted.toArray(String[]::new));
    }
  }

  private record FeedKind(
      String id,
      String title,
      String source,
      Duration cadence,
      String licence,
      boolean tellsWholeHistory) {

    FeedDescriptor made() {
      FeedDescriptor made = FeedDescriptor.of(id, title, source, cadence, licence);
      return tellsWholeHistory ? made.tellingWholeHistory() : made;
    }
  }

  private record Day(long epochDay) {}

  private record Curve(
      Scale.Shape shape, double calm, double stressed, double calmRisk, double stressedRisk) {

    Scale made() {
      return switch (shape) {
        case LOGISTIC -> Scale.logistic(calm, stressed);
        case LOG_LOGISTIC -> Scale.logLogistic(calm, stressed);
        case LINEAR -> Scale.linear(calm, calmRisk, stressed, stressedRisk);
        case NORMAL -> Scale.normal();
      };
    }
  }

  private record Level(LevelMap.Shape shape, double zero, double one) {

    LevelMap made() {
      return switch (shape) {
        case LINEAR -> LevelMap.linear(zero, one);
        case NORMAL -> LevelMap.normal();
        case INTENSITY -> LevelMap.intensity(one);
      };
    }
  }

  private record InputList(List<Inputs.Input> all) {

    Inputs made() {
      Inputs made = Inputs.none();
      for (Inputs.Input input : all) {
        made = made.with(input.series(), input.lookBack());
      }
      return made;
    }
  }

  private record Points(String name, long[] times, double[] values) {

    static Points of(Series series) {
      long[] times = new long[series.size()];
      for (int i = 0; i < times.length; i++) {
        times[i] = series.millis(i);
      }
      return new Points(series.name(), times, series.values());
    }
  }

  private record Reading(
      double value, Instant observedAt, Optional<String> caveat, Map<String, String> facts) {

    Measured made() {
      Measured made = Measured.of(value, observedAt);
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        made = made.fact(fact.getKey(), fact.getValue());
      }
      return caveat.isPresent() ? made.partial(caveat.get()) : made;
    }
  }

  private record Said(
      String series,
      String key,
      String type,
      Instant observedAt,
      double value,
      Map<String, String> attributes,
      Optional<Instant> knownAt,
      KnownBasis basis,
      Optional<String> source) {

    static Said of(Observation said) {
      return new Said(
          said.series(),
          said.key(),
          said.type(),
          said.observedAt(),
          said.value(),
          said.attributes(),
          said.knownAt(),
          said.knownBasis(),
          said.source());
    }

    Observation made() {
      Observation made =
          key.isEmpty()
              ? Observation.point(series, observedAt, value)
              : Observation.event(series, key, observedAt, type, value, attributes);
      if (knownAt.isPresent()) {
        made = made.knownAt(knownAt.get(), basis);
      }
      return source.isPresent() ? made.from(source.get()) : made;
    }
  }

  private record Catch(
      List<Observation> observations,
      List<Batch.Rejection> rejections,
      String nextCursor,
      boolean hasMore) {

    Batch made() {
      return hasMore
          ? Batch.partial(observations, rejections, nextCursor)
          : Batch.last(observations, rejections, nextCursor);
    }
  }

  private record Wanted(Optional<String> cursor, Instant deadline) {

    FetchRequest made() {
      return cursor.isPresent()
          ? FetchRequest.after(cursor.get(), deadline)
          : FetchRequest.first(deadline);
    }
  }

  private record Page(
      String url,
      int status,
      Map<String, List<String>> headers,
      byte[] bytes,
      Instant receivedAt,
      boolean replayed) {

    HttpAnswer made() {
      return HttpAnswer.of(url, status, headers, bytes, receivedAt, replayed);
    }
  }

  private static final Map<Class<?>, Form<?, ?>> ALL =
      byType(
          form(
              Instant.class,
              Moment.class,
              t -> new Moment(t.getEpochSecond(), t.getNano()),
              t -> Instant.ofEpochSecond(t.seconds, t.nanos)),
          form(
              Duration.class,
              Length.class,
              d -> new Length(d.getSeconds(), d.getNano()),
              d -> Duration.ofSeconds(d.seconds, d.nanos)),
          form(
              LocalDate.class,
              Day.class,
              d -> new Day(d.toEpochDay()),
              d -> LocalDate.ofEpochDay(d.epochDay)),
          form(
              PluginDescriptor.class,
              Plugin.class,
              p ->
                  new Plugin(
                      p.id(),
                      p.title(),
                      p.version(),
                      p.licence(),
                      p.spiVersion(),
                      p.restrictedSeries()),
              Plugin::made),
          form(
              FeedDescriptor.class,
              FeedKind.class,
              f ->
                  new FeedKind(
                      f.id(),
                      f.title(),
                      f.source(),
                      f.cadence(),
                      f.licence(),
                      f.tellsWholeHistory()),
              FeedKind::made),
          form(
              IndicatorDescriptor.class,
              IndicatorKind.class,
              IndicatorKind::of,
              IndicatorKind::made),
          form(
              Scale.class,
              Curve.class,
              s -> new Curve(s.shape(), s.calm(), s.stressed(), s.calmRisk(), s.stressedRisk()),
              Curve::made),
          form(
              LevelMap.class,
              Level.class,
              l -> new Level(l.shape(), l.zero(), l.one()),
              Level::made),
          form(Inputs.class, InputList.class, i -> new InputList(i.all()), InputList::made),
          form(Series.class, Points.class, Points::of, p -> Series.of(p.name, p.times, p.values)),
          form(
              Measured.class,
              Reading.class,
              m -> new Reading(m.value(), m.observedAt(), m.caveat(), m.facts()),
              Reading::made),
          form(Observation.class, Said.class, Said::of, Said::made),
          form(
              Batch.class,
              Catch.class,
              b -> new Catch(b.observations(), b.rejections(), b.nextCursor(), b.hasMore()),
              Catch::made),
          form(
              FetchRequest.class,
              Wanted.class,
              r -> new Wanted(r.cursor(), r.deadline()),
              Wanted::made),
          form(
              HttpAnswer.class,
              Page.class,
              a ->
                  new Page(
                      a.url(), a.status(), a.headers(), a.bytes(), a.receivedAt(), a.isReplayed()),
              Page::made));

  private Forms() {}

  /** The form of a type, if it has one. */
  static Optional<Form<?, ?>> of(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  private static <T, R> Form<T, R> form(
      Class<T> type, Class<R> record, Function<T, R> take, Function<R, T> make) {
    return new Form<>(type, record, take, make);
  }

  private static Map<Class<?>, Form<?, ?>> byType(Form<?, ?>... forms) {
    return List.of(forms).stream().collect(Collectors.toMap(Form::type, Function.identity()));
  }
}
