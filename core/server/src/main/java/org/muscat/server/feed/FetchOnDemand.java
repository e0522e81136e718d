package org.muscat.server.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.muscat.store.FetchHealth;
import org.muscat.store.FetchRecord;
import org.muscat.store.Fetches;

/**
 * Fetches feeds when told, and waits for it. A feed is fetched as on its own schedule: by one of
 * the processes that share the store, never by two, and its pace goes on from there. How it went is
 * in the log of fetches, from which it is told here. Safe for any thread; blocks.
 */
public final class FetchOnDemand {

  private static final Duration LOOK = Duration.ofMillis(200);

  /** A process that was to fetch may have died, or stopped. */
  private static final int LOOKS_BEFORE_ASKING_AGAIN = 25;

  /** More fetches of one feed do not end between two looks. */
  private static final int NEWEST = 16;

  private final Fetches fetches;
  private final FeedSchedule schedule;
  private final Clock clock;

  public FetchOnDemand(Fetches fetches, FeedSchedule schedule, Clock clock) {
    this.fetches = fetches;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * How it went.
   *
   * @param feed its id
   * @param stored observations that said something new
   * @param failure why it failed; empty if it did not
   */
  public record Answer(String feed, long stored, Optional<String> failure) {

    private static Answer of(FetchRecord fetch, FetchRecord.End end) {
      return new Answer(
          fetch.instance(),
          end.stored(),
          end.succeeded() ? Optional.empty() : Optional.of(end.reason() + ": " + end.detail()));
    }
  }

  /**
   * Lets each feed be fetched once, side by side, and waits until all were. A feed that was fetched
   * well since a moment is not asked again, nor is one whose source does not want it yet.
   *
   * @param feeds their ids
   * @param since a fetch that began then or later is as good as one that begins now
   * @param isAgain whether this was tried before; then a feed that failed again and again is left
   *     to its own pace
   * @return one answer for each feed, in their order
   * @throws InterruptedException if it takes longer than the caller wants
   * @throws org.muscat.store.StoreException if the log cannot be read
   */
  public List<Answer> fetch(List<String> feeds, Instant since, boolean isAgain)
      throws InterruptedException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Map<String, Long> awaited = new LinkedHashMap<>();
    List<String> asked = new ArrayList<>();
    for (String feed : feeds) {
      Optional<FetchRecord> newest = fetches.newest(feed, 1).stream().findFirst();
      Optional<FetchRecord> fitting = newest.filter(one -> !one.startedAt().isBefore(since));
      Optional<Answer> good = fitting.flatMap(FetchOnDemand::answer).filter(FetchOnDemand::isGood);
      Optional<Answer> known = good.or(() -> refusal(feed, isAgain));
      if (known.isPresent()) {
        answers.put(feed, known.get());
      } else if (fitting.isPresent() && fitting.get().end() == null) {
        awaited.put(feed, fitting.get().id() - 1);
      } else {
        awaited.put(feed, newest.map(FetchRecord::id).orElse(0L));
        asked.add(feed);
      }
    }
    schedule.fetchNow(asked);
    await(awaited, answers);
    return feeds.stream().map(answers::get).toList();
  }

  private void await(Map<String, Long> awaited, Map<String, Answer> answers)
      throws InterruptedException {
    for (int looks = 1; !awaited.isEmpty(); looks++) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      awaited
          .entrySet()
          .removeIf(
              one -> {
                Optional<Answer> answer = firstAfter(one.getKey(), one.getValue());
                answer.ifPresent(came -> answers.put(one.getKey(), came));
                return answer.isPresent();
              });
      if (looks % LOOKS_BEFORE_ASKING_AGAIN == 0) {
        schedule.fetchNow(awaited.keySet());
      }
    }
  }

  /** How the first fetch went that began after another one and has ended. */
  private Optional<Answer> firstAfter(String feed, long id) {
    return fetches.newest(feed, NEWEST).stream()
        .filter(fetch -> fetch.id() > id)
        .flatMap(fetch -> answer(fetch).stream())
        .reduce((newer, older) -> older);
  }

  private static Optional<Answer> answer(FetchRecord fetch) {
    return fetch.ended().map(end -> Answer.of(fetch, end));
  }

  private static boolean isGood(Answer answer) {
    return answer.failure().isEmpty();
  }

  /** Why a feed is not to be asked now. */
  private Optional<Answer> refusal(String feed, boolean isAgain) {
    FetchHealth health = fetches.health(feed);
    Instant notBefore = health.notBefore();
    String last =
        health
            .newestFetch()
            .flatMap(FetchRecord::ended)
            .map(end -> end.reason() + ": " + end.detail())
            .orElse("");
    if (notBefore != null && notBefore.isAfter(clock.instant())) {
      return refused(feed, "its source wants not to be asked before " + notBefore + "; " + last);
    }
    return isAgain && Pace.breaker(health) == Breaker.OPEN
        ? refused(feed, "left to its own pace after " + health.failures() + " failures; " + last)
        : Optional.empty();
  }

  private static Optional<Answer> refused(String feed, String why) {
    return Optional.of(new Answer(feed, 0, Optional.of(why)));
  }
}
