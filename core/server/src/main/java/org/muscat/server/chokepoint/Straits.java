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
import org.muscat.server.index.Assessor;
import org.muscat.server.index.BoundMember;
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

  private final Store store;
  private final Assessor assessor;
  private final Instant asOf;

  Straits(Store store, Assessor assessor, Instant asOf) {
    this.store = store;
    this.assessor = assessor;
    this.asOf = asOf;
  }

  void add(Theatre theatre, List<StatusWord> words, Features features) {
    for (StatusWord word : words) {
      features.add(
          "chokepoint/" + theatre.id() + "/" + word.member().id(),
          position(theatre, word),
          properties(theatre, word));
    }
  }

  /** A strait does not move: while its indicator says nothing, it is where it was. */
  private Map<String, String> position(Theatre theatre, StatusWord word) {
    if (word.reading() instanceof Measured measured) {
      return measured.facts();
    }
    Duration believed = word.member().indicator().uncertainty().maxAge();
    for (Duration back : List.of(believed, LONG_AGO)) {
      for (StatusWord before : assessor.words(theatre, asOf.minus(back))) {
        if (before.member().equals(word.member()) && before.reading() instanceof Measured then) {
          return then.facts();
        }
      }
    }
    return Map.of();
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
    return new Strait(
        "chokepoint",
        theatre.id(),
        word.member().id(),
        theatre.title(),
        Documents.isDemo(theatre),
        measured.map(said -> said.facts().get("status")).orElse(null),
        measured.map(said -> said.facts().get("since")).orElse(null),
        measured.map(Measured::value).orElse(null),
        word.member().descriptor().unit(),
        observedAt.map(Instant::toString).orElse(null),
        observedAt
            .flatMap(at -> knownAt(theatre, word.member(), at))
            .map(Instant::toString)
            .orElse(null),
        observedAt.map(at -> Duration.between(at, asOf).toSeconds()).orElse(null),
        Words.of(quality),
        reason);
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
