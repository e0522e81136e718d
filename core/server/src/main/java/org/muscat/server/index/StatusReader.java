package org.muscat.server.index;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.host.BoundIndicator;
import org.muscat.host.CallFailed;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

/**
 * Reads the status indicators of theatres for one question: each once for each moment. A plugin
 * that did not answer is not asked again: one that hangs costs the question its deadline once,
 * however many theatres and moments it is about. Blocks on the store and on plugins; not safe for
 * several threads.
 */
public final class StatusReader {

  private final Function<Theatre, Timeline> timelines;
  private final Reader reader;
  private final Map<String, CallFailed> away = new HashMap<>();

  StatusReader(Function<Theatre, Timeline> timelines, Reader reader) {
    this.timelines = timelines;
    this.reader = reader;
  }

  /** What the status indicators of a theatre say as of a moment; what is too old is not known. */
  public List<StatusWord> words(Theatre theatre, Instant asOf) {
    Taken taken = read(theatre, asOf);
    return theatre.statusWords().stream()
        .map(member -> Fresh.word(member, reading(member, taken), asOf))
        .toList();
  }

  /** What a status indicator of a theatre reads as of a moment, however old its data are. */
  public Reading reading(Theatre theatre, BoundMember member, Instant asOf) {
    return reading(member, read(theatre, asOf));
  }

  /** Why the plugin of an indicator is not asked any more; empty if it would be. */
  public Optional<CallFailed> failure(BoundMember member) {
    return Optional.ofNullable(away.get(member.indicator().pluginId()));
  }

  /** Does not ask the plugin of a call that failed for a reason of the moment. */
  public void leaveAlone(CallFailed failed) {
    away.putIfAbsent(failed.plugin(), failed);
  }

  private Taken read(Theatre theatre, Instant asOf) {
    List<BoundIndicator> asked =
        theatre.statusWords().stream()
            .filter(member -> failure(member).isEmpty())
            .map(BoundMember::indicator)
            .distinct()
            .toList();
    Taken taken =
        reader.read(asked, theatre.sources(), timelines.apply(theatre).history(reader), asOf);
    asked.forEach(one -> reader.failure(List.of(one)).ifPresent(this::leaveAlone));
    return taken;
  }

  private Reading reading(BoundMember member, Taken taken) {
    @Nullable Reading reading = taken.readings().get(member.indicator());
    return reading == null
        ? new NoData("indicator " + failure(member).orElseThrow().message())
        : reading;
  }
}
