package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.SeriesView;

/**
 * What indicators beside the chronicle read of it: who mediated lately, and which allies refused.
 *
 * <p>Mediators are counted up to the moment of the view, refusers up to the end of the last coded
 * day: on days that nobody coded neither an off-ramp may last nor a refusal be forgotten, because
 * silence calms nothing [choice].
 */
public final class TheatreChronicle {

  /** A chronicle whose last coded day is older says nothing any more. */
  public static final Duration MAX_AGE = Duration.ofDays(14);

  private static final Set<EventType> TALKS =
      Set.of(
          EventType.CONTACT,
          EventType.INDIRECT_ROUND,
          EventType.DIRECT_ROUND,
          EventType.INTERIM_MOU,
          EventType.AGREEMENT_START);

  private final SeriesView known;
  private final String theatre;
  private final Duration window;
  private final CodedDays days;

  private TheatreChronicle(SeriesView known, String theatre, Duration window) {
    this.known = known;
    this.theatre = theatre;
    this.window = window;
    this.days = CodedDays.of(known, theatre, (int) window.toDays());
  }

  /** What is wrong with the name of a theatre in an option {@code theatre}. */
  public static List<ConfigProblem> validate(String theatre) {
    return Theatres.validate(theatre);
  }

  /** The inputs of {@link #mediators} over a window of whole days, added to others. */
  public static Inputs withTalks(Inputs inputs, String theatre, Duration window) {
    return with(inputs, Domain.DIALOGUE, theatre, window, Duration.ZERO);
  }

  /** The inputs of {@link #refusers} over a window of whole days, added to others. */
  public static Inputs withStatements(Inputs inputs, String theatre, Duration window) {
    return with(inputs, Domain.OTHER, theatre, window, MAX_AGE);
  }

  /** The events of a window that ends at most so long ago, and the coded days. */
  private static Inputs with(
      Inputs inputs, Domain domain, String theatre, Duration window, Duration ended) {
    return inputs
        .with(domain.series(theatre), window.plus(ended).plusDays(1))
        .with(CodedDays.series(theatre), CodedDays.lookBack((int) window.toDays(), MAX_AGE));
  }

  /** The chronicle of a theatre over the last days, of which the inputs are declared. */
  public static TheatreChronicle of(SeriesView known, String theatre, Duration window) {
    return new TheatreChronicle(known, theatre, window);
  }

  /** Whether it says anything: half of its days are coded, and the last not too long ago. */
  public boolean speaks() {
    return silence().isEmpty();
  }

  /** Why it says nothing; empty if it {@link #speaks}. */
  public Optional<String> silence() {
    return days.silence(MAX_AGE).map(NoData::reason);
  }

  /** The start of the last coded day. */
  public Optional<Instant> lastDay() {
    return speaks() ? Optional.of(days.last()) : Optional.empty();
  }

  /** Why it says less than it might; empty if all of the days up to its last one are coded. */
  public Optional<String> caveat() {
    return silence().or(() -> days.judge(Measured.of(0, days.last())).caveat());
  }

  /**
   * The third parties of talks in the last days, by CAMEO code, each with how far it is believed:
   * 1, or .5 if none of its events is verified. What was denied, cancelled or collapsed does not
   * count.
   */
  public SortedMap<String, Double> mediators() {
    SortedMap<String, Double> mediators = new TreeMap<>();
    for (Event event : since(known.asOf().minus(window), Domain.DIALOGUE)) {
      if (EventType.of(event.type()).filter(TALKS::contains).isPresent()) {
        believe(mediators, event, "mediator");
      }
    }
    return mediators;
  }

  /**
   * The actors of allied statements of the last days, up to the last coded one, that refuse, by
   * CAMEO code, each with how far it is believed: 1, or .5 if none of its statements is verified.
   *
   * @throws IllegalStateException if the chronicle does not {@link #speaks speak}: then nobody
   *     knows who refuses
   */
  public SortedMap<String, Double> refusers() {
    silence()
        .ifPresent(
            why -> {
              throw new IllegalStateException("nobody knows who refuses: " + why);
            });
    SortedMap<String, Double> refusers = new TreeMap<>();
    for (Event event : since(days.end().minus(window), Domain.OTHER)) {
      if (event.type().equals(EventType.ALLIED_STATEMENT.word())
          && "refuses".equals(event.attributes().get("stance"))) {
        believe(refusers, event, "actors");
      }
    }
    return refusers;
  }

  private static void believe(Map<String, Double> states, Event event, String attribute) {
    for (String state : words(event, attribute)) {
      states.merge(state, Credibility.verification(event), Math::max);
    }
  }

  private List<Event> since(Instant from, Domain domain) {
    return known.events(domain.series(theatre)).stream()
        .filter(event -> event.observedAt().isAfter(from))
        .toList();
  }

  private static List<String> words(Event event, String attribute) {
    return Arrays.stream(event.attributes().getOrDefault(attribute, "").split(" ", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
