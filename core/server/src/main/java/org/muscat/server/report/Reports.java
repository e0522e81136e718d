package org.muscat.server.report;

import com.google.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muscat.engine.theatre.Grid;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.document.Documents;
import org.muscat.server.document.ExplanationDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.server.publish.TheatreEvents;
import org.muscat.server.report.Report.DataQuality;
import org.muscat.store.Pruning;
import org.muscat.store.Store;

/**
 * Makes reports, from the store alone: the same theatre and period give the same report whenever
 * and however often it is asked for, unless something is stored that counts as known in the period.
 * Blocks on the store and on plugins; safe for any thread but an event loop.
 */
public final class Reports {

  private final Assessor assessor;
  private final Documents documents;
  private final TheatreEvents events;
  private final Store store;
  private final Sources sources;

  @Inject
  public Reports(
      Assessor assessor,
      Documents documents,
      TheatreEvents events,
      Store store,
      LoadedPlugins plugins,
      Restricted restricted) {
    this.assessor = assessor;
    this.documents = documents;
    this.events = events;
    this.store = store;
    this.sources = new Sources(store, plugins, restricted);
  }

  /**
   * Makes a report of each theatre; all of them, and all days of each, are of the store as it is
   * when this is called.
   *
   * @param sink is given one after the other, in the order of the theatres
   * @throws InterruptedException if this thread is interrupted; those before were handed over
   * @throws IllegalStateException if a plugin does not answer just now; the same
   * @throws org.muscat.server.index.TooFarException as {@link Assessor#assess} says
   */
  public void of(List<Theatre> theatres, ReportPeriod period, Consumer<Report> sink)
      throws InterruptedException {
    Assessor reader = assessor.at(store.stamp());
    for (Theatre theatre : theatres) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted before the report of " + theatre.id());
      }
      sink.accept(report(reader, theatre, period));
    }
  }

  private Report report(Assessor reader, Theatre theatre, ReportPeriod period) {
    List<IndexDocument> days = days(reader, theatre, period);
    return new Report(
        period,
        days,
        moved(reader, theatre, days),
        events.between(theatre, period.from(), period.asOf(), period.asOf()),
        quality(theatre, period),
        sources.of(theatre, period.asOf()));
  }

  private List<IndexDocument> days(Assessor reader, Theatre theatre, ReportPeriod period) {
    List<IndexDocument> days = new ArrayList<>();
    reader.replay(
        theatre,
        period.from(),
        period.asOf(),
        1,
        point -> {
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted at " + point.assessment().state().asOf());
          }
          days.add(documents.index(point.assessment()));
        });
    if (!Grid.isPoint(period.asOf())) {
      Assessment now = reader.assess(theatre, period.asOf());
      now.basis()
          .failure()
          .ifPresent(
              failure -> {
                throw new IllegalStateException(
                    "theatre '" + theatre.id() + "': indicator " + failure.message());
              });
      days.add(documents.index(now));
    }
    return days;
  }

  private Optional<ExplanationDocument> moved(
      Assessor reader, Theatre theatre, List<IndexDocument> days) {
    List<Instant> scored =
        days.stream()
            .filter(day -> day.stability() != null)
            .map(day -> Instant.parse(day.asOf()))
            .toList();
    return scored.size() < 2
        ? Optional.empty()
        : Optional.of(
            documents.explanation(
                reader.explain(theatre, scored.get(0), scored.get(scored.size() - 1))));
  }

  private DataQuality quality(Theatre theatre, ReportPeriod period) {
    Collection<String> series = Sources.series(theatre);
    return new DataQuality(
        store.fetches().summary(period.from(), period.asOf()),
        store
            .pruning()
            .floor(Pruning.Subject.FETCHES)
            .filter(floor -> floor.isAfter(period.from())),
        store.vintageBreaks().seen(period.from(), period.asOf()).stream()
            .filter(one -> series.contains(one.series()))
            .toList());
  }
}
