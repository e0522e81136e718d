package org.muscat.spi;

import java.util.List;

/**
 * What one fetch brought. Immutable.
 *
 * <p>Rows that could not be read are {@link #rejections()}; they do not make the others worthless.
 */
public final class Batch {

  /**
   * A row that was not taken.
   *
   * @param where the file or address
   * @param line the line in it, from 1; 0 if the whole of it was rejected
   * @param reason which value, and what was expected
   */
  public record Rejection(String where, long line, String reason) {

    public Rejection {
      Ids.requirePresent("place of a rejection", where);
      Ids.requirePresent("reason of a rejection", reason);
    }

    @Override
    public String toString() {
      return (line > 0 ? where + ":" + line : where) + ": " + reason;
    }
  }

  private final List<Observation> observations;
  private final List<Rejection> rejections;
  private final String nextCursor;
  private final boolean hasMore;

  private Batch(
      List<Observation> observations,
      List<Rejection> rejections,
      String nextCursor,
      boolean hasMore) {
    this.observations = List.copyOf(observations);
    this.rejections = List.copyOf(rejections);
    this.nextCursor = Ids.requirePresent("next cursor of a batch", nextCursor);
    this.hasMore = hasMore;
  }

  /**
   * A batch after which the source has nothing more for now.
   *
   * @param nextCursor what {@link FetchRequest#cursor()} will be at the next fetch
   * @throws NullPointerException if something is null, an observation too
   */
  public static Batch last(
      List<Observation> observations, List<Rejection> rejections, String nextCursor) {
    return new Batch(observations, rejections, nextCursor, false);
  }

  /** A batch after which the host should ask again at once. */
  public static Batch partial(
      List<Observation> observations, List<Rejection> rejections, String nextCursor) {
    return new Batch(observations, rejections, nextCursor, true);
  }

  public List<Observation> observations() {
    return observations;
  }

  public List<Rejection> rejections() {
    return rejections;
  }

  public String nextCursor() {
    return nextCursor;
  }

  public boolean hasMore() {
    return hasMore;
  }
}
