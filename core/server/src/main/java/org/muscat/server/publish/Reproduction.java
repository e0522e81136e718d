package org.muscat.server.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.server.document.Documents;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Inputs;
import org.muscat.store.Publication;
import org.muscat.store.Store;

/**
 * Computes again what was published, from the observations that had been stored by then. Blocks on
 * the store and on plugins; safe for any thread but an event loop.
 */
public final class Reproduction {

  private final Assessor assessor;
  private final Documents documents;
  private final Store store;

  public Reproduction(Assessor assessor, Documents documents, Store store) {
    this.assessor = assessor;
    this.documents = documents;
    this.store = store;
  }

  /**
   * A publication, computed again.
   *
   * @param publication what was published
   * @param assessment from the same observations; its document has the published bytes if nothing
   *     differs
   * @param differences why the bytes may be others, one sentence each; none if they are the same
   */
  public record Result(Publication publication, Assessment assessment, List<String> differences) {

    public Result {
      differences = List.copyOf(differences);
    }
  }

  /** As {@link #at(Theatre, Instant, Assessor)}, by the assessor of this. */
  public Optional<Result> at(Theatre theatre, Instant asOf) {
    return at(theatre, asOf, assessor);
  }

  /**
   * What was published last of a theatre as of exactly this millisecond, computed again.
   *
   * @param by computes it
   * @return empty if nothing was published then
   * @throws NotReproducedException if nothing differs but the bytes
   * @throws org.muscat.server.index.TooFarException as {@link Assessor#assess} says
   */
  public Optional<Result> at(Theatre theatre, Instant asOf, Assessor by) {
    return store
        .publications()
        .at(theatre.id(), asOf)
        .map(publication -> again(theatre, publication, by));
  }

  /**
   * A publication of a theatre, computed again.
   *
   * @throws NotReproducedException as {@link #at} says
   */
  public Result again(Theatre theatre, Publication publication) {
    return again(theatre, publication, assessor);
  }

  private Result again(Theatre theatre, Publication publication, Assessor by) {
    // A cold fold over the whole past only where something came late.
    Assessor then = isAsItWas(theatre, publication) ? by : by.at(publication.stamp());
    Assessment assessment = then.assess(theatre, publication.asOf());
    List<String> differences = differences(theatre, publication, assessment);
    if (differences.isEmpty()) {
      String hash = DocumentHash.of(documents.recorded(assessment));
      if (!hash.equals(publication.documentHash())) {
        throw new NotReproducedException(publication, hash);
      }
    }
    return new Result(publication, assessment, differences);
  }

  /** Whether nothing was stored since that could have been known then. */
  private boolean isAsItWas(Theatre theatre, Publication publication) {
    List<String> series =
        Stream.concat(theatre.members().stream(), theatre.statusWords().stream())
            .flatMap(member -> member.indicator().inputs().all().stream())
            .map(Inputs.Input::series)
            .distinct()
            .toList();
    return store
        .earliestKnownSince(publication.stamp(), series)
        .filter(known -> !known.isAfter(publication.asOf()))
        .isEmpty();
  }

  private List<String> differences(Theatre theatre, Publication then, Assessment now) {
    List<String> differences = new ArrayList<>();
    if (!then.model().equals(theatre.model().id())) {
      differences.add("the model was " + then.model() + " and is " + theatre.model().id());
    }
    if (!then.modelHash().equals(theatre.model().hash())) {
      differences.add(
          "the content hash of model "
              + theatre.model().id()
              + " was "
              + then.modelHash()
              + " and is "
              + theatre.model().hash()
              + " (now version "
              + theatre.model().version()
              + ")");
    }
    differences.addAll(documents.programs().differencesFrom(then.programs()));
    if (then.obstacle() != null) {
      differences.add("when it was published, " + then.obstacle());
    }
    now.basis().failure().ifPresent(f -> differences.add("now, indicator " + f.message()));
    return differences;
  }
}
