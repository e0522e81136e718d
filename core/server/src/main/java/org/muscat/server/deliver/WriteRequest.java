package org.muscat.server.deliver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.compression.Snappy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * A message of Prometheus's remote write 1.0: {@code WriteRequest} has {@code TimeSeries} (field
 * 1), these have {@code Label} (1: name 1, value 2) and {@code Sample} (2: value 1, timestamp 2).
 * For one thread.
 */
final class WriteRequest {

  /** The most that Netty's encoder takes at once: it remembers places in 15 bits. */
  static final int MOST_BYTES = Short.MAX_VALUE;

  private static final int SERIES = 1;
  private static final int LABELS = 1;
  private static final int SAMPLES = 2;

  /** The key of a series, and its length in up to three bytes. */
  private static final int FRAME = 4;

  private final Map<SortedMap<String, String>, ProtoWriter> series = new LinkedHashMap<>();
  private int atMost;

  boolean isEmpty() {
    return series.isEmpty();
  }

  /**
   * Adds a value of a series; those of one series come in the order of time.
   *
   * @param labels sorted
   * @param millis since 1970
   * @return whether there was room; if not, nothing was added
   */
  boolean add(SortedMap<String, String> labels, long millis, double value) {
    byte[] sample = new ProtoWriter().number(1, value).whole(2, millis).bytes();
    byte[] field = new ProtoWriter().message(SAMPLES, sample).bytes();
    ProtoWriter known = series.get(labels);
    ProtoWriter one = known == null ? begun(labels) : known;
    int more = field.length + (known == null ? FRAME + one.size() : 0);
    if (atMost + more > MOST_BYTES) {
      return false;
    }
    one.message(SAMPLES, sample);
    series.put(labels, one);
    atMost += more;
    return true;
  }

  /** All of it, as a block of Snappy. */
  byte[] block() {
    ProtoWriter request = new ProtoWriter();
    series.values().forEach(one -> request.message(SERIES, one.bytes()));
    byte[] message = request.bytes();
    ByteBuf out = Unpooled.buffer(message.length);
    new Snappy().encode(Unpooled.wrappedBuffer(message), out, message.length);
    byte[] block = new byte[out.readableBytes()];
    out.readBytes(block);
    return block;
  }

  private static ProtoWriter begun(SortedMap<String, String> labels) {
    ProtoWriter one = new ProtoWriter();
    labels.forEach(
        (name, value) ->
            one.message(LABELS, new ProtoWriter().text(1, name).text(2, value).bytes()));
    return one;
  }
}
