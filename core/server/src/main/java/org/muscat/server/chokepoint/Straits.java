package org.muscat.server.chokepoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.engine.Quality;
import org.muscat.engine.Staleness;
import org.muscat.server.chokepoint.ChokepointsDocument.Strait;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Words;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.StatusReader;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.store.AsOfView;
import org.muscat.store.Provenance;
import org.muscat.store.Store;

/** Puts the words of status indicators on the map, as of one moment. */
final class Straits {

  /** Why an indicator says nothing may last longer than its data are believed. */
  private static final Duration LONG_AGO = Duration.ofDays(365);

  private static final String NEVER_TOLD =
      "no reading tells its place: not the present one, none of a maximum age or a year before, and"
          + " this process remembers none";

  private static final String AWAY =
      "no reading tells its place: its plugin does not answer just now, and this process remembers"
          + " none";

  private final Store store;
  private final StatusReader statuses;
  private final Positions positions;
  private final Restricted restricted;
  private final Instant asOf;

  Straits(
      Store store,
      StatusReader statuses,
      Positions positions,
      Restricted restricted,
      Instant asOf) {
    this.restricted = restricted;
    this.store = store;
    this.statuses = statuses;
    this.positions = positions;
    this.asOf = asOf;
  }

  void add(Theatre theatre, List<StatusWord> words, Features features) {
    for (StatusWord word : words) {
      String id = "chokepoint/" + theatre.id() + "/" + word.member().id();
      Strait strait = properties(theatre, word);
      position(theatre, word)
          .ifPresentOrElse(
              texts -> features.add(id, texts, strait),
              () -> features.addUnplaced(id, withoutPosition(word.member()), strait));
    }
  }

  private String withoutPosition(BoundMember member) {
    return statuses.failure(member).isPresent() ? AWAY : NEVER_TOLD;
  }

  /** A strait does not move: while its indicator says nothing, it is where it was. */
  private Optional<Map<String, String>> position(Theatre theatre, StatusWord word) {
    BoundMember member = word.member();
    if (word.reading() instanceof Measured measured) {
      positions.remember(theatre, member, measured.facts());
      return Optional.of(measured.facts());
    }
    return positions.of(theatre, member).or(() -> earlier(theatre, member));
  }

  /** What is too old to be a word tells its place, too. */
  private Optional<Map<String, String>> earlier(Theatre theatre, BoundMember member) {
    Duration believed = member.indicator().uncertainty().maxAge();
    for (Duration back : List.of(Duration.ZERO, believed, LONG_AGO)) {
      if (statuses.failure(member).isPresent()) {
        return Optional.empty();
      }
      if (statuses.reading(theatre, member, asOf.minus(back)) instanceof Measured measured) {
        positions.remember(theatre, member, measured.facts());
        return Optional.of(measured.facts());
      }
    }
    return Optional.empty();
  }

  private Strait properties(Theatre theatre, StatusWord word) {
    Quality quality = quality(word);
    if (!(word.reading() instanceof Measured measured)) {
      return strait(theatre, word, Optional.empty(), quality, ((NoData) word.reading()).reason());
    }
    String reason =
        quality == Quality.STALE
            ? "newest data are of " + measured.observedAt()
            : measured.caveat().orElse("");
    return strait(theatre, word, Optional.of(measured), quality, reason);
  }

  private Strait strait(
      Theatre theatre,
      StatusWord word,
      Optional<Measured> measured,
      Quality quality,
      String reason) {
    Optional<Instant> observedAt = measured.map(Measured::observedAt);
    boolean isWithheld = measured.isPresent() && restricted.covers(word.member());
    return new Strait(
        "chokepoint",
        theatre.id(),
        word.member().id(),
        word.member().descriptor().id(),
        theatre.title(),
        Documents.isDemo(theatre),
        measured.map(said -> said.facts().get("status")).orElse(null),
        measured.map(said -> said.facts().get("since")).orElse(null),
        isWithheld ? null : measured.map(Measured::value).orElse(null),
        word.member().descriptor().unit(),
        observedAt.map(Instant::toString).orElse(null),
        observedAt
            .flatMap(at -> knownAt(theatre, word.member(), at))
            .map(Instant::toString)
            .orElse(null),
        observedAt.map(at -> Duration.between(at, asOf).toSeconds()).orElse(null),
        Words.of(quality),
        isWithheld ? Words.withheld(reason) : reason);
  }

  /** As the engine judges the inputs of the index. */
  private Quality quality(StatusWord word) {
    if (!(word.reading() instanceof Measured measured)) {
      return ((NoData) word.reading()).isSuspect() ? Quality.SUSPECT : Quality.MISSING;
    }
    Duration maxAge = word.member().indicator().uncertainty().maxAge();
    if (!Staleness.isFresh(measured, asOf, maxAge.dividedBy(2))) {
      return Quality.STALE;
    }
    return measured.caveat().isPresent() ? Quality.PARTIAL : Quality.OK;
  }

  /** When the newest data that the indicator read became known. */
  private Optional<Instant> knownAt(Theatre theatre, BoundMember member, Instant observedAt) {
    Duration sinceThen = Duration.between(observedAt, asOf).plusMillis(1);
    Inputs newest = Inputs.none();
    for (Inputs.Input input : member.indicator().inputs().all()) {
      newest = newest.with(input.series(), sinceThen);
    }
    AsOfView view = store.view(asOf, newest.all(), theatre.sources());
    return newest.all().stream()
        .flatMap(input -> view.provenance(input.series()).stream())
        .map(Provenance::newestKnownAt)
        .max(Comparator.naturalOrder());
  }
}
