package org.muscat.chronicle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a chronicle, for the tests. */
final class Year {

  static final String NOTHING =
      """
      # Kept by hand.
      theatre: gulf
      codedFrom: 2020-01-01
      codedThrough: 2020-12-31
      events: []
      """;

  static final String TALKS =
      """
      # Kept by hand.
      theatre: gulf
      codedFrom: 2020-01-01
      codedThrough: 2020-12-31
      events:
        # The first of the year.
        - id: 2020-05-08-letter
          date: 2020-05-08
          type: contact
          summary: A letter was handed over.
          actors: [USA, IRN]
          area: gulf
          confidence: A
          verified: true
          sources: [{title: A, publisher: P, opened: true}, {title: B, publisher: Q, opened: true}]
          coder: tester
          coded: 2026-01-01
        - id: 2020-06-08-ship-held
          date: 2020-06-08
          type: seizure
          summary: A ship was held.
          actors: [IRN, GBR]
          area: red-sea
          level: 0.25
          attribution: claimed
          confidence: C
          verified: false
          sources: []
          coder: tester
          coded: 2026-01-01
      """;

  private Year() {}

  static Path write(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("2020.yaml"), text);
  }
}
