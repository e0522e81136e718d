package org.muscat.diplomacy.framework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;

/**
 * Reads a framework when its content is new; the cursor is the hash of the content that was taken
 * last. So a file that is refused is refused again by each fetch, until it is mended.
 */
final class FrameworkFeed implements Feed {

  /** Part of the cursor, so that a framework is read again when it is read differently. */
  private static final String READING = "3";

  private final String theatre;
  private final FrameworkSource source;
  private final Clock clock;

  FrameworkFeed(String theatre, FrameworkSource source, Clock clock) {
    this.theatre = theatre;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException {
    String text = source.text();
    String cursor = hash(text);
    if (request.cursor().filter(cursor::equals).isPresent()) {
      return Batch.last(List.of(), List.of(), cursor);
    }
    FrameworkParser.Result result = FrameworkParser.parse(source.name(), text);
    FrameworkFile file = result.file();
    if (file == null) {
      return refused(request, result.rejections());
    }
    List<Rejection> problems =
        FrameworkLint.problems(theatre, file, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return problems.isEmpty()
        ? Batch.last(FrameworkObservations.of(theatre, file), List.of(), cursor)
        : refused(request, problems);
  }

  private static Batch refused(FetchRequest request, List<Rejection> problems) {
    return Batch.last(List.of(), problems, request.cursor().orElse(""));
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join("\0", READING, theatre, text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
