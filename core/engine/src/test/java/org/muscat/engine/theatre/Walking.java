package org.muscat.engine.theatre;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.muscat.spi.Reading;

/** A theatre folded day by day, for tests. */
final class Walking {

  private final TheatreFold fold;
  private TheatreMemory memory = TheatreMemory.NONE;
  private int days;

  Walking(TheatreModel model) {
    this.fold = new TheatreFold(model);
  }

  /** The moment of the next step. */
  Instant next() {
    return Theatres.day(days);
  }

  TheatreState step(Map<String, Reading> readings) {
    TheatreFold.Step step = fold.step(memory, next(), readings);
    memory = step.memory();
    days++;
    return step.state();
  }

  /** Equal days, each from quiet readings that are changed. */
  TheatreState steps(int count, BiConsumer<Map<String, Reading>, Instant> change) {
    TheatreState last = null;
    for (int i = 0; i < count; i++) {
      Map<String, Reading> readings = Theatres.quiet(next());
      change.accept(readings, next());
      last = step(readings);
    }
    if (last == null) {
      throw new IllegalArgumentException("no steps");
    }
    return last;
  }

  /** What a step would say that is not committed. */
  TheatreState peek(Instant asOf, Map<String, Reading> readings) {
    return fold.at(memory, asOf, readings);
  }

  TheatreMemory memory() {
    return memory;
  }

  TheatreFold fold() {
    return fold;
  }

  /** Readings that jump about; now and then some are missing. */
  static Map<String, Reading> random(Instant asOf, Random random) {
    Map<String, Reading> readings =
        Theatres.readings(
            asOf, 0, random.nextDouble(), random.nextDouble(), 0.8 * random.nextDouble());
    Theatres.MEMBERS.forEach(
        id -> readings.put(id, Theatres.measured(100 * random.nextDouble(), asOf)));
    readings.put("framework", Theatres.measured(random.nextDouble(), asOf));
    readings.put("opacity", Theatres.measured(random.nextDouble(), asOf));
    readings.put("ultimatum", Theatres.measured(random.nextDouble(), asOf));
    readings.put("mediation", Theatres.measured(random.nextInt(2), asOf));
    readings.put(
        "agreement",
        Theatres.measured(1, asOf).fact("agreement-in-force", random.nextBoolean() ? "yes" : "no"));
    readings.replaceAll((id, reading) -> random.nextInt(8) == 0 ? Theatres.none() : reading);
    return readings;
  }
}
