package org.muscat.server.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The moments of a cron line on the clocks of a zone. cron-utils is asked for times of a clock that
 * is never moved; what becomes of them on days when clocks are is decided here:
 *
 * <ul>
 *   <li>A time that a clock set forward leaves out is the moment at which it was set forward; many
 *       of them are that one moment.
 *   <li>A time that comes twice, because a clock was set back, counts the first time, unless the
 *       line holds for every hour: then it goes on as time does.
 * </ul>
 */
final class CronSlots implements Slots {

  /**
   * Of Feb 29 there is none for eight years around 2100; zones change less than this in that time.
   */
  private static final int MOST_PERIODS = 200;

  private final ExecutionTime times;
  private final ZoneRules rules;
  private final boolean everyHour;

  CronSlots(String line, ZoneId zone) {
    Cron cron =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(line);
    this.times = ExecutionTime.forCron(cron);
    this.rules = zone.getRules();
    String hour = line.strip().split("\\s+")[1];
    this.everyHour = hour.equals("*") || hour.equals("*/1") || hour.equals("0-23");
    if (after(Instant.EPOCH).isEmpty()) {
      throw new IllegalArgumentException("'" + line + "' never comes");
    }
  }

  @Override
  public Optional<Instant> after(Instant moment) {
    Instant begin = moment.plusNanos(1);
    for (int i = 0; i < MOST_PERIODS; i++) {
      ZoneOffset offset = rules.getOffset(begin);
      Optional<LocalDateTime> found = afterRepeated(begin, offset);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      ZoneOffsetTransition end = rules.nextTransition(begin);
      Instant at = found.get().toInstant(offset);
      if (end == null || at.isBefore(end.getInstant())) {
        return Optional.of(at);
      }
      if (isLeftOut(found.get(), end)) {
        return Optional.of(end.getInstant());
      }
      begin = end.getInstant();
    }
    return Optional.empty();
  }

  @Override
  public Optional<Instant> atOrBefore(Instant moment) {
    Instant until = moment;
    for (int i = 0; i < MOST_PERIODS; i++) {
      ZoneOffset offset = rules.getOffset(until);
      Optional<LocalDateTime> found = localAtOrBefore(LocalDateTime.ofInstant(until, offset));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      ZoneOffsetTransition begin = rules.previousTransition(until.plusNanos(1));
      Instant at = found.get().toInstant(offset);
      if (begin == null) {
        return Optional.of(at);
      }
      if (!at.isBefore(begin.getInstant()) && !isRepeated(found.get(), begin)) {
        return Optional.of(at);
      }
      if (isLeftOut(found.get(), begin)) {
        return Optional.of(begin.getInstant());
      }
      until = begin.getInstant().minusNanos(1);
    }
    return Optional.empty();
  }

  /** The first time on the clock from a moment on that does not count as one that was there. */
  private Optional<LocalDateTime> afterRepeated(Instant begin, ZoneOffset offset) {
    LocalDateTime from = LocalDateTime.ofInstant(begin, offset);
    ZoneOffsetTransition last = rules.previousTransition(begin.plusNanos(1));
    if (last != null && isRepeated(from, last)) {
      from = last.getDateTimeBefore();
    }
    return localAtOrAfter(from);
  }

  private boolean isRepeated(LocalDateTime local, ZoneOffsetTransition transition) {
    return !everyHour && transition.isOverlap() && local.isBefore(transition.getDateTimeBefore());
  }

  private static boolean isLeftOut(LocalDateTime local, ZoneOffsetTransition transition) {
    return transition.isGap()
        && !local.isBefore(transition.getDateTimeBefore())
        && local.isBefore(transition.getDateTimeAfter());
  }

  private Optional<LocalDateTime> localAtOrAfter(LocalDateTime local) {
    ZonedDateTime minute = local.truncatedTo(ChronoUnit.MINUTES).atZone(ZoneOffset.UTC);
    if (minute.toLocalDateTime().equals(local) && times.isMatch(minute)) {
      return Optional.of(local);
    }
    return times.nextExecution(minute).map(ZonedDateTime::toLocalDateTime);
  }

  private Optional<LocalDateTime> localAtOrBefore(LocalDateTime local) {
    ZonedDateTime minute = local.truncatedTo(ChronoUnit.MINUTES).atZone(ZoneOffset.UTC);
    if (times.isMatch(minute)) {
      return Optional.of(minute.toLocalDateTime());
    }
    return times.lastExecution(minute).map(ZonedDateTime::toLocalDateTime);
  }
}
