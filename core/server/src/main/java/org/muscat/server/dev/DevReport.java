package org.muscat.server.dev;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.muscat.host.Verdict;
import org.muscat.server.document.DevDocument;
import org.muscat.server.document.DevDocument.Problem;
import org.muscat.server.feed.FeedStatus;
import org.muscat.server.http.DevNotes;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Snapshot;
import org.muscat.server.runtime.Session;
import org.muscat.spi.NoData;
import org.muscat.store.FetchRecord;

/**
 * What is wrong with the plugin that is worked on, from compiling to reading. Safe for any thread.
 */
final class DevReport implements DevNotes {

  /** What the host says of an indicator whose call gave nothing begins like this. */
  private static final String CALL = "indicator ";

  private static final String AGAIN = "Repair it; it is loaded again when its classes change.";

  private final String plugin;
  private volatile List<Problem> compiling = List.of();
  private volatile List<Problem> loading = List.of();
  private volatile Optional<Session> session = Optional.empty();
  private volatile Optional<Snapshot> newest = Optional.empty();
  private final AtomicInteger loads = new AtomicInteger();

  DevReport(String plugin) {
    this.plugin = plugin;
  }

  /** What the compiler says now. */
  void compiled(List<Problem> problems) {
    compiling = List.copyOf(problems);
  }

  /**
   * The plugin was loaded, or could not be.
   *
   * @param running what it runs in; empty if there is nothing to ask
   * @param problems why it does not run as it should
   */
  void loaded(Optional<Session> running, List<Problem> problems) {
    newest = Optional.empty();
    loading = List.copyOf(problems);
    session = running;
    loads.incrementAndGet();
  }

  /** The server that runs published this. */
  void published(Snapshot snapshot) {
    newest = Optional.of(snapshot);
  }

  /** All that is wrong now, what has to be repaired first at the top. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(compiling);
    all.addAll(loading);
    session.ifPresent(
        running -> {
          all.addAll(ofPlugins(running));
          all.addAll(ofFeeds(running));
        });
    newest.ifPresent(
        snapshot ->
            snapshot.assessments().stream().flatMap(DevReport::ofReadings).forEach(all::add));
    // A call that failed stands in the verdict and in the reading: it is told once, with the code.
    Map<String, Problem> byCause = new LinkedHashMap<>();
    all.forEach(problem -> byCause.putIfAbsent(problem.cause(), problem));
    return List.copyOf(byCause.values());
  }

  @Override
  public DevDocument document() {
    return new DevDocument(true, plugin, loads.get(), problems());
  }

  private static List<Problem> ofPlugins(Session running) {
    return running.plugins().verdicts().stream()
        .filter(verdict -> !verdict.code().isEmpty())
        .map(DevReport::ofVerdict)
        .toList();
  }

  private static Problem ofVerdict(Verdict verdict) {
    return new Problem(verdict.code(), verdict.cause(), verdict.fix());
  }

  private static List<Problem> ofFeeds(Session running) {
    return running.feedBoard().all().stream()
        .flatMap(feed -> feed.failure().stream().map(failure -> ofFeed(feed, failure)))
        .toList();
  }

  private static Problem ofFeed(FeedStatus feed, FetchRecord.End failure) {
    return new Problem(
        "FEED", "feed '" + feed.feed() + "' " + failure.reason() + ": " + failure.detail(), AGAIN);
  }

  private static Stream<Problem> ofReadings(Assessment assessment) {
    Stream<String> members =
        assessment.state().pillars().stream()
            .flatMap(pillar -> pillar.members().stream())
            .filter(member -> member.reason().startsWith(CALL))
            .map(member -> called(member.id(), member.reason()));
    Stream<String> words =
        assessment.statusWords().stream()
            .filter(word -> word.reading() instanceof NoData none && none.reason().startsWith(CALL))
            .map(word -> called(word.member().id(), ((NoData) word.reading()).reason()));
    return Stream.concat(members, words).map(cause -> new Problem("INDICATOR", cause, AGAIN));
  }

  private static String called(String id, String reason) {
    return "indicator '" + id + "' " + reason.substring(CALL.length());
  }
}
