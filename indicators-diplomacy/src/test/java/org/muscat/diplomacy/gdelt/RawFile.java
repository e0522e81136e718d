package org.muscat.diplomacy.gdelt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.muscat.testkit.StubAnswer;

/**
 * A file as GDELT puts it out, made up.
 *
 * @param stamp its fourteen digits
 * @param lines its rows
 */
record RawFile(String stamp, List<String> lines) {

  static RawFile of(String stamp, GdeltLines... reports) {
    return new RawFile(
        stamp, List.of(reports).stream().map(report -> report.added(stamp).line()).toList());
  }

  byte[] bytes() {
    return lines.isEmpty() ? new byte[0] : GdeltLines.file(lines.toArray(String[]::new));
  }

  byte[] zipped() {
    return StubAnswer.zipped(stamp + ".export.CSV", bytes());
  }

  GdeltFile read(Dyad... dyads) {
    try {
      return GdeltFile.read(
          new ByteArrayInputStream(bytes()),
          stamp,
          FileStamp.parse(stamp).orElseThrow(),
          new DyadLookup(List.of(dyads)));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
