package org.muscat.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text that the client library wrote, and where the values stand in it: the same series are
 * written again by copying it, but for the values that changed. Not safe for several threads.
 */
final class TextTemplate {

  private static final int LONGEST_VALUE = 24;

  private PageValues values;
  private byte[] text;

  /** Of each value its first byte, and the byte after it. */
  private final int[] from;

  private final int[] to;

  private TextTemplate(PageValues values, byte[] text) {
    this.values = values;
    this.text = text;
    this.from = new int[values.size()];
    this.to = new int[values.size()];
  }

  /**
   * Of a text of these metrics; empty if that is not one line for each value, in their order, with
   * the value last.
   */
  static Optional<TextTemplate> of(byte[] text, MetricSnapshots metrics) {
    return PageValues.of(metrics)
        .map(values -> new TextTemplate(values, text))
        .filter(TextTemplate::findValues);
  }

  private boolean findValues() {
    int found = 0;
    int end;
    for (int start = 0; start < text.length; start = end + 1) {
      end = endOfLine(start);
      if (text[start] == '#') {
        continue;
      }
      String line = new String(text, start, end - start, UTF_8);
      if (found == from.length
          || !values.isSeries(found, line)
          || !line.endsWith(" " + values.text(found))) {
        return false;
      }
      from[found] = end - values.text(found).length();
      to[found] = end;
      found++;
    }
    return found == from.length;
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  /** A text of the same series with other values; empty if these are other series. */
  Optional<byte[]> text(MetricSnapshots metrics) {
    Optional<PageValues> next = PageValues.of(metrics).filter(other -> other.hasSeriesOf(values));
    next.ifPresent(this::rewrite);
    return next.map(written -> text);
  }

  private void rewrite(PageValues next) {
    byte[] written = new byte[text.length + LONGEST_VALUE * changesTo(next)];
    int copied = 0;
    int length = 0;
    for (int i = 0; i < from.length; i++) {
      int start = length + from[i] - copied;
      int end = length + to[i] - copied;
      if (!next.isValueOf(values, i)) {
        System.arraycopy(text, copied, written, length, from[i] - copied);
        byte[] value = next.text(i).getBytes(UTF_8);
        System.arraycopy(value, 0, written, start, value.length);
        end = start + value.length;
        copied = to[i];
        length = end;
      }
      from[i] = start;
      to[i] = end;
    }
    System.arraycopy(text, copied, written, length, text.length - copied);
    text = Arrays.copyOf(written, length + text.length - copied);
    values = next;
  }

  private int changesTo(PageValues next) {
    int changes = 0;
    for (int i = 0; i < from.length; i++) {
      if (!next.isValueOf(values, i)) {
        changes++;
      }
    }
    return changes;
  }
}
