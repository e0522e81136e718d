package org.muscat.diplomacy.gdelt;

import java.net.URI;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;

/**
 * The list of all files, oldest first, which has more than a hundred megabytes. Only pages of it
 * are asked for: its end, or one that is found by bisection. Keeps the last page. For one thread.
 */
final class MasterList {

  /** About a week of files: three lines of a hundred bytes each quarter of an hour. */
  private static final long PAGE = 256L << 10;

  /** A dozen files or so, at least one of them of events. */
  private static final long PROBE = 4L << 10;

  /** What a server may send that knows no ranges. */
  private static final long LARGEST = 8L << 20;

  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private final URI address;
  private final HttpFetcher http;
  private final NavigableMap<FileStamp, ListedFile> page =
      new TreeMap<>((a, b) -> a.time().compareTo(b.time()));

  MasterList(URI address, HttpFetcher http) {
    this.address = address;
    this.http = http;
  }

  /**
   * A stretch of files behind a moment, oldest first.
   *
   * @return none if the list ends there
   * @throws FeedException {@code SOURCE_CHANGED} if a page names no file of events, or the server
   *     does not say where it is in the list
   */
  List<ListedFile> after(FileStamp stamp) throws FeedException, InterruptedException {
    if (page.isEmpty() || page.firstKey().isAfter(stamp) || !page.lastKey().isAfter(stamp)) {
      turnTo(stamp);
    }
    return List.copyOf(page.tailMap(stamp, false).values());
  }

  /** Asks anew the next time: a file may have been listed since, even between others. */
  void forget() {
    page.clear();
  }

  private void turnTo(FileStamp stamp) throws FeedException, InterruptedException {
    HttpAnswer end = http.fetch(query().lastBytes(PAGE));
    long at = position(end);
    long size = at + end.size();
    read(end, at > 0);
    if (at == 0 || !page.firstKey().isAfter(stamp)) {
      return;
    }
    long from = 0; // A file that is not behind the moment, or the beginning of the list.
    long to = at; // Only files behind it.
    while (to - from > PAGE / 2) {
      long middle = from + (to - from) / 2;
      read(http.fetch(query().bytes(middle, Math.min(size, middle + PROBE) - 1)), true);
      if (page.firstKey().isAfter(stamp)) {
        to = middle;
      } else {
        from = middle;
      }
    }
    read(http.fetch(query().bytes(from, Math.min(size, from + PAGE) - 1)), from > 0);
  }

  private HttpQuery query() {
    return HttpQuery.get(address).atMost(LARGEST);
  }

  private void read(HttpAnswer answer, boolean isCut) throws FeedException {
    page.clear();
    for (ListedFile file : ListedFile.in(answer.text(), isCut)) {
      page.put(file.stamp(), file);
    }
    if (page.isEmpty()) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          "%s names no file of events in %d bytes; lines '<size> <md5> <address>' were expected"
              .formatted(answer.url(), answer.size()));
    }
  }

  /** Where in the list an answer begins. */
  private static long position(HttpAnswer answer) throws FeedException {
    if (!answer.isPartial()) {
      return 0;
    }
    Optional<Matcher> range =
        answer.header("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
    if (range.isEmpty()) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          answer.url()
              + " answered a part without saying which; its Content-Range is "
              + answer.header("Content-Range").orElse("missing"));
    }
    return Long.parseLong(range.get().group(1));
  }
}
