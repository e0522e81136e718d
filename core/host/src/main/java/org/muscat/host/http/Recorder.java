package org.muscat.host.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.muscat.spi.HttpQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps answers in a folder. A fetch does not fail because its answer cannot be kept. */
final class Recorder {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Recording recording;
  private final AtomicLong number = new AtomicLong();

  Recorder(Recording recording) {
    this.recording = recording;
  }

  void keep(HttpQuery query, RawAnswer answer, byte[] readable, Redactor redactor) {
    if (redactor.knowsOneIn(answer.bytes()) || redactor.knowsOneIn(readable)) {
      LOG.atWarn()
          .addKeyValue("event", "recording-withheld")
          .addKeyValue("query", query)
          .log("answer not recorded: the source repeats a secret in it");
      return;
    }
    try {
      recording.keep(query, answer, number.getAndIncrement(), redactor);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("event", "recording-failed")
          .addKeyValue("query", query)
          .addKeyValue("folder", recording.folder())
          .setCause(e)
          .log("answer not recorded");
    }
  }
}
