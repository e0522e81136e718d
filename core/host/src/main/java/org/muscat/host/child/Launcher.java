package org.muscat.host.child;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Codec;
import org.muscat.host.child.wire.Request;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.ElsewhereException;
import org.muscat.host.load.Patience;

/** Starts children for one candidate and brings each to the point where it serves. */
final class Launcher {

  /** For the JVM itself, on a machine that is busy. */
  private static final Duration START = Duration.ofSeconds(30);

  /** Steps of making and asking a plugin that may each take the whole of the patience. */
  private static final int STEPS = 8;

  private final Candidate candidate;
  private final Patience patience;
  private final int heapMegabytes;
  private final Items items;
  private byte[] first = {};

  Launcher(Candidate candidate, Patience patience, int heapMegabytes, Items items) {
    this.candidate = candidate;
    this.patience = patience;
    this.heapMegabytes = heapMegabytes;
    this.items = items;
  }

  /** How long the child may take for a request that makes something. */
  Duration making() {
    return patience.deadline().plus(patience.grace()).multipliedBy(STEPS);
  }

  /**
   * A started process.
   *
   * @param listener is told how it ended
   * @throws ElsewhereException if it cannot be started
   */
  ChildLine start(BiConsumer<ChildLine, String> listener) {
    try {
      ChildProcess process = ChildProcess.start(candidate.name(), ChildCommand.of(heapMegabytes));
      return line(process, listener);
    } catch (IOException e) {
      throw new ElsewhereException(
          "the process of plugin '" + candidate.name() + "' cannot be started: " + e.getMessage());
    }
  }

  private ChildLine line(ChildProcess process, BiConsumer<ChildLine, String> listener) {
    try {
      return new ChildLine(
          candidate.name(), process, number -> items.get(number).flatMap(Item::lender), listener);
    } catch (RuntimeException | Error e) {
      // Without its threads nobody would ever end it.
      process.kill();
      throw e;
    }
  }

  private Answer.Offered examine(ChildLine line) throws InterruptedException {
    Request request =
        new Request.Examine(
            candidate.location().toString(),
            candidate.classPath().stream().map(Path::toString).toList(),
            patience.deadline(),
            patience.grace());
    Answer answer =
        caller(line).call(request, Optional.empty(), Optional.empty(), START.plus(making()));
    if (answer instanceof Answer.Offered given) {
      return given;
    }
    throw unexpected(answer);
  }

  /** Asks the first child. */
  Answer.Offered examineFirst(ChildLine line) throws InterruptedException {
    Answer.Offered given = examine(line);
    first = fingerprint(given);
    return given;
  }

  /** Brings another child to where the first one was: the same offers, the same items. */
  void prepare(ChildLine line) throws InterruptedException {
    if (!Arrays.equals(first, fingerprint(examine(line)))) {
      throw new ElsewhereException(
          candidate.location() + " offers something else than before; restart the host");
    }
    for (Item item : items.all()) {
      Answer answer = caller(line).call(item.making(), item.lender(), item.feed(), making());
      item.madeAgain(whyNot(answer));
    }
  }

  Caller caller(ChildLine line) {
    return new Caller(line, patience.grace());
  }

  /** What to say of an answer that fits no request of its kind. */
  static ElsewhereException unexpected(Answer answer) {
    return answer instanceof Answer.Threw threw
        ? ElsewhereException.thrown(threw.failure().message())
        : new ElsewhereException("the process of the plugin answers another question");
  }

  private static @Nullable String whyNot(Answer answer) {
    if (answer instanceof Answer.Made made) {
      return made.made() ? null : made.problems().toString();
    }
    return unexpected(answer).getMessage();
  }

  private static byte[] fingerprint(Answer.Offered offered) {
    return Codec.encode(Answer.Offered.class, new Answer.Offered(offered.plugins(), List.of(), 0));
  }
}
