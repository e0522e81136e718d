package org.muscat.host.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpQuery;

/** Gives recorded answers in their order, the last one of a question again and again. */
final class Replayer {

  private final Recording recording;
  private final Map<String, Integer> given = new HashMap<>();

  Replayer(Recording recording) {
    this.recording = recording;
  }

  /**
   * The next answer to a question.
   *
   * @throws FeedException {@code UNREACHABLE} if it was never asked while recording, {@code
   *     BAD_DATA} if the recording is damaged
   */
  synchronized RawAnswer bring(HttpQuery query) throws FeedException {
    Path file;
    try {
      List<Path> files = recording.of(query);
      if (files.isEmpty()) {
        throw new FeedException(
            Reason.UNREACHABLE,
            query
                + " is not in the recording "
                + recording.folder()
                + ", and the network is off; record it first, or turn http.replay off");
      }
      int next = given.merge(query + "\n" + query.headers(), 1, Integer::sum);
      file = files.get(Math.min(next, files.size()) - 1);
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE, "the recording " + recording.folder() + " cannot be listed: " + e, e);
    }
    try {
      return recording.read(file);
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA, "the recorded answer " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
