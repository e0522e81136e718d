package org.muscat.store;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands on the last version of each observation, when the next observation begins. */
final class LastVersions implements Consumer<StoredVersion> {

  private final Consumer<StoredVersion> sink;
  private @Nullable StoredVersion last;

  LastVersions(Consumer<StoredVersion> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(StoredVersion version) {
    if (last != null && !isRevision(last, version)) {
      sink.accept(last);
    }
    last = version;
  }

  /** Call it once, after the last version. */
  void finish() {
    if (last != null) {
      sink.accept(last);
    }
  }

  private static boolean isRevision(StoredVersion before, StoredVersion after) {
    return before.observedAt().equals(after.observedAt())
        && before.key().equals(after.key())
        && before.source().equals(after.source())
        && before.vintage() == after.vintage();
  }
}
