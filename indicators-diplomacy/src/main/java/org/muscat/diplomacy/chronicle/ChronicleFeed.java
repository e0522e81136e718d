package org.muscat.diplomacy.chronicle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muscat.diplomacy.chronicle.ChronicleSource.SourceFile;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;

/**
 * Reads a whole chronicle when its content is new; the cursor is the hash of the content that was
 * taken last as a whole. So a file that is left out is told by each fetch, until it is mended.
 */
final class ChronicleFeed implements Feed {

  /** Part of the cursor, so that a chronicle is read again when it is read differently. */
  private static final String READING = "4";

  private final String theatre;
  private final ChronicleSource source;
  private final Clock clock;

  ChronicleFeed(String theatre, ChronicleSource source, Clock clock) {
    this.theatre = theatre;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException {
    List<SourceFile> sources = source.files();
    String cursor = hash(sources);
    if (request.cursor().filter(cursor::equals).isPresent()) {
      return Batch.last(List.of(), List.of(), cursor);
    }
    List<CodedFile> files = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (SourceFile each : sources) {
      ChronicleParser.Result result = ChronicleParser.parse(each.name(), each.text());
      rejections.addAll(result.rejections());
      if (result.file() != null) {
        files.add(result.file());
      }
    }
    List<Rejection> problems =
        ChronicleLint.problems(
            theatre, files, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    rejections.addAll(problems);
    Set<String> leftOut = problems.stream().map(Rejection::where).collect(Collectors.toSet());
    files.removeIf(file -> leftOut.contains(file.name()));
    return Batch.last(
        ChronicleObservations.of(theatre, files),
        rejections,
        rejections.isEmpty() ? cursor : request.cursor().orElse(""));
  }

  private String hash(List<SourceFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((READING + "\0" + theatre).getBytes(StandardCharsets.UTF_8));
      for (SourceFile file : files) {
        digest.update(("\0" + file.text()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
