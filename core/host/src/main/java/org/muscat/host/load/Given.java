package org.muscat.host.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;

/**
 * Looks at what a call of a plugin gave, whichever JVM its code runs in: what is no result is
 * refused, and texts for people become one line that has an end.
 */
public final class Given {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int MOST_FACTS = 100;
  private static final int LONGEST_CURSOR = 1_000_000;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_ATTRIBUTES = 100_000;

  private Given() {}

  /** A call gave something that is no result. */
  public static final class NoResultException extends Exception {

    private static final long serialVersionUID = 1L;

    NoResultException(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** A reading whose texts are lines. */
  public static Reading reading(@Nullable Reading given) throws NoResultException {
    if (given == null) {
      throw new NoResultException("read() returned null");
    }
    if (given instanceof Measured measured) {
      return measured(measured);
    }
    NoData nothing = (NoData) given;
    String reason = PlainText.shortLine(nothing.reason());
    return reason.equals(nothing.reason()) ? nothing : new NoData(reason, nothing.isSuspect());
  }

  private static Measured measured(Measured given) throws NoResultException {
    moment("read() gave a reading with the observed-at ", given.observedAt());
    if (given.facts().size() > MOST_FACTS) {
      throw new NoResultException(
          "read() gave " + given.facts().size() + " facts, more than " + MOST_FACTS);
    }
    for (String name : given.facts().keySet()) {
      length("read() gave a fact with a name", name, LONGEST_NAME);
    }
    if (isPlain(given)) {
      return given;
    }
    Measured plain = Measured.of(given.value(), given.observedAt());
    for (Map.Entry<String, String> fact : given.facts().entrySet()) {
      plain = plain.fact(fact.getKey(), PlainText.shortLine(fact.getValue()));
    }
    return given.caveat().isPresent()
        ? plain.partial(PlainText.shortLine(given.caveat().get()))
        : plain;
  }

  private static boolean isPlain(Measured given) {
    return given.caveat().filter(text -> !isPlain(text)).isEmpty()
        && given.facts().values().stream().allMatch(Given::isPlain);
  }

  private static boolean isPlain(String text) {
    return PlainText.shortLine(text).equals(text);
  }

  /**
   * A batch that can be stored, whose rejections are lines.
   *
   * @param redaction takes secrets out of what a feed says of rows
   */
  public static Batch batch(@Nullable Batch given, UnaryOperator<String> redaction)
      throws NoResultException {
    if (given == null) {
      throw new NoResultException("fetch() returned null");
    }
    length("fetch() gave a cursor", given.nextCursor(), LONGEST_CURSOR);
    for (Observation observation : given.observations()) {
      observation(observation);
    }
    if (given.rejections().isEmpty()) {
      return given;
    }
    List<Batch.Rejection> rejections = new ArrayList<>();
    for (Batch.Rejection row : given.rejections()) {
      rejections.add(
          new Batch.Rejection(
              PlainText.shortLine(redaction.apply(row.where())),
              row.line(),
              PlainText.shortLine(redaction.apply(row.reason()))));
    }
    return given.hasMore()
        ? Batch.partial(given.observations(), rejections, given.nextCursor())
        : Batch.last(given.observations(), rejections, given.nextCursor());
  }

  private static void observation(Observation given) throws NoResultException {
    String what = "fetch() gave an observation";
    length(what + " of a series with a name", given.series(), LONGEST_NAME);
    String of = what + " of " + given.series() + " with ";
    moment(of + "the observed-at ", given.observedAt());
    if (given.knownAt().isPresent()) {
      moment(of + "the known-at ", given.knownAt().get());
    }
    length(of + "a key", given.key(), LONGEST_NAME);
    length(of + "a type", given.type(), LONGEST_NAME);
    if (given.source().isPresent()) {
      length(of + "a source", given.source().get(), LONGEST_NAME);
    }
    long attributes = 0;
    for (Map.Entry<String, String> attribute : given.attributes().entrySet()) {
      attributes += attribute.getKey().length() + attribute.getValue().length();
    }
    if (attributes > LONGEST_ATTRIBUTES) {
      throw new NoResultException(tooLong(of + "attributes", attributes, LONGEST_ATTRIBUTES));
    }
  }

  private static void moment(String what, Instant moment) throws NoResultException {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new NoResultException(what + moment + ", which is not in the years 1 to 9999");
    }
  }

  private static void length(String what, String text, int most) throws NoResultException {
    if (text.length() > most) {
      throw new NoResultException(tooLong(what, text.length(), most));
    }
  }

  private static String tooLong(String what, long length, int most) {
    return what + " of " + length + " characters, more than " + most;
  }
}
