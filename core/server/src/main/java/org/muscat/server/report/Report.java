package org.muscat.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muscat.server.document.EventDocument;
import org.muscat.server.document.ExplanationDocument;
import org.muscat.server.document.IndexDocument;
import org.muscat.store.FetchSummary;
import org.muscat.store.VintageBreak;

/**
 * What was said of a theatre over some time, as it would have been known at each moment. Values
 * that may not be passed on are not in it. Immutable.
 *
 * @param period what it is about
 * @param days what was said at the start of each day, and at the end of the period; oldest first,
 *     at least one, the last as of the end
 * @param moved what moved the index from the first of them with a score to the last; empty with
 *     fewer than two
 * @param events what happened and is known at the end, oldest first
 * @param quality how the data fared
 * @param sources where they come from
 */
public record Report(
    ReportPeriod period,
    List<IndexDocument> days,
    Optional<ExplanationDocument> moved,
    List<EventDocument> events,
    DataQuality quality,
    List<SourceOfSeries> sources) {

  /**
   * How the data fared in the period.
   *
   * @param fetches of all feeds
   * @param prunedBefore earlier fetches may have been removed from the log; empty if none were
   * @param breaks where sources told their past anew, of series that the theatre reads
   */
  public record DataQuality(
      List<FetchSummary> fetches, Optional<Instant> prunedBefore, List<VintageBreak> breaks) {

    public DataQuality {
      fetches = List.copyOf(fetches);
      breaks = List.copyOf(breaks);
    }
  }

  public Report {
    days = List.copyOf(days);
    events = List.copyOf(events);
    sources = List.copyOf(sources);
  }

  /** What was said as of the end. */
  public IndexDocument now() {
    return days.get(days.size() - 1);
  }

  /** Those of the days that have a score. */
  public List<IndexDocument> scored() {
    return days.stream().filter(day -> day.stability() != null).toList();
  }
}
