package org.muscat.contract;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.host.verify.FeedSample;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** A source to try a feed with. */
public final class SampledFeed {

  static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private final String id;
  private String config = "";
  private Path folder = Path.of("").toAbsolutePath();
  private Instant now = LATER;
  private @Nullable Function<StubRequest, StubAnswer> answer;
  private @Nullable StubAnswer refusal;
  private @Nullable PlayedAnswers source;

  SampledFeed(String id) {
    this.id = id;
  }

  /** With these options, as YAML: {@code straits: [hormuz]}. */
  public SampledFeed config(String yaml) {
    config = yaml;
    return this;
  }

  /** Whatever the feed asks over HTTP, at any address, has this answer. */
  public SampledFeed answering(StubAnswer good) {
    return answering(request -> good);
  }

  /** Whatever the feed asks over HTTP, at any address, is answered by this function. */
  public SampledFeed answering(Function<StubRequest, StubAnswer> good) {
    answer = good;
    return this;
  }

  /** How the source says with status 200 that it failed; unless given, in a way of our own. */
  public SampledFeed refusing(StubAnswer errorAsSuccess) {
    refusal = errorAsSuccess;
    return this;
  }

  /** Relative paths of the options are resolved against this folder. */
  public SampledFeed in(Path baseFolder) {
    folder = baseFolder;
    return this;
  }

  /** The clock of the feed stands here, a date (its start, UTC) or an ISO moment; else in 2030. */
  public SampledFeed now(String moment) {
    now = Moments.of(moment);
    return this;
  }

  String id() {
    return id;
  }

  /** The sample, with its source listening. */
  FeedSample open() {
    if (answer != null) {
      source = new PlayedAnswers(answer, Optional.ofNullable(refusal));
    }
    return new FeedSample(id, config, Optional.ofNullable(source), folder, now);
  }

  /** Closes the source. */
  void close() {
    if (source != null) {
      source.close();
    }
  }
}
