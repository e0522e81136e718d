package org.muscat.diplomacy.gdelt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** Answers as the bulk host of GDELT does: two lists, and an archive for each file. */
public final class BulkServer implements Function<StubRequest, StubAnswer> {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final Pattern NAME = Pattern.compile(".*/(\\d{14})\\.export\\.CSV\\.zip");

  private final Map<String, byte[]> archives = new TreeMap<>();
  private final TreeMap<String, String> hashes = new TreeMap<>();
  private final Map<String, String> modified = new TreeMap<>();
  private boolean knowsRanges = true;

  /** Puts a file out, listed. */
  synchronized BulkServer with(RawFile file) {
    archives.put(file.stamp(), file.zipped());
    hashes.put(file.stamp(), md5(file.zipped()));
    return this;
  }

  /** Puts files out that say nothing, a quarter of an hour from each to the next. */
  synchronized BulkServer withSilence(String first, int count) {
    FileStamp stamp = FileStamp.parse(first).orElseThrow();
    for (int i = 0; i < count; i++) {
      with(RawFile.of(stamp.text()));
      stamp = stamp.next();
    }
    return this;
  }

  /** Puts out two files of a day with a report each, for a contract test. */
  public static BulkServer small() {
    return new BulkServer()
        .with(RawFile.of("20191024143000", GdeltLines.report()))
        .with(RawFile.of("20191024144500", GdeltLines.report().code("190", "19", "4", "-10.0")));
  }

  /** The file stays in the lists, and is not there. */
  synchronized BulkServer withoutArchive(String stamp) {
    archives.remove(stamp);
    return this;
  }

  /** The file never was, neither in the lists nor on the host. */
  synchronized BulkServer without(String stamp) {
    hashes.remove(stamp);
    return withoutArchive(stamp);
  }

  /** The archive is another than the lists say. */
  synchronized BulkServer spoilt(String stamp) {
    byte[] archive = archives.get(stamp).clone();
    archive[archive.length / 2] ^= 1;
    archives.put(stamp, archive);
    return this;
  }

  /** The lists have the hash of the archive as it is, whatever it is. */
  synchronized BulkServer listed(String stamp, byte[] archive) {
    archives.put(stamp, archive);
    hashes.put(stamp, md5(archive));
    return this;
  }

  /** The host says when a file was put there. */
  synchronized BulkServer modified(String stamp, String date) {
    modified.put(stamp, date);
    return this;
  }

  synchronized BulkServer withoutRanges() {
    knowsRanges = false;
    return this;
  }

  @Override
  public synchronized StubAnswer apply(StubRequest request) {
    if (request.path().endsWith("/lastupdate.txt")) {
      return StubAnswer.text(hashes.isEmpty() ? "" : lines(hashes.lastKey()));
    }
    if (request.path().endsWith("/masterfilelist.txt")) {
      StringBuilder list = new StringBuilder();
      hashes.keySet().forEach(stamp -> list.append(lines(stamp)));
      return part(list.toString().getBytes(StandardCharsets.UTF_8), request);
    }
    Matcher name = NAME.matcher(request.path());
    byte[] archive = name.matches() ? archives.get(name.group(1)) : null;
    if (archive == null) {
      return StubAnswer.status(404);
    }
    String date = modified.get(name.group(1));
    return date == null
        ? StubAnswer.of(200, "application/zip", archive)
        : StubAnswer.of(200, "application/zip", archive, "Last-Modified: " + date);
  }

  private String lines(String stamp) {
    String address = "http://data.gdeltproject.org/gdeltv2/" + stamp;
    String other = "7 0123456789abcdef0123456789abcdef " + address;
    return "%d %s %s.export.CSV.zip%n".formatted(77, hashes.get(stamp), address)
        + other
        + ".mentions.CSV.zip\n"
        + other
        + ".gkg.csv.zip\n";
  }

  private StubAnswer part(byte[] whole, StubRequest request) {
    Matcher range = RANGE.matcher(request.header("Range").orElse(""));
    if (!knowsRanges || !range.matches()) {
      return StubAnswer.of(200, "text/plain", whole);
    }
    boolean isTail = range.group(1).isEmpty();
    long from =
        isTail
            ? Math.max(0, whole.length - Long.parseLong(range.group(2)))
            : Long.parseLong(range.group(1));
    long to = isTail ? whole.length : Math.min(whole.length, Long.parseLong(range.group(2)) + 1);
    return StubAnswer.of(
        206,
        "text/plain",
        Arrays.copyOfRange(whole, (int) from, (int) to),
        "Content-Range: bytes " + from + "-" + (to - 1) + "/" + whole.length);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
