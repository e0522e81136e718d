package org.muscat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class StubAnswerTest {

  /** With the time of its making in it, two of them would differ now and then. */
  @Test
  void shouldMakeAnArchiveThatDoesNotSayWhenItWasMade() throws IOException {
    byte[] archive = StubAnswer.zipped("a.csv", new byte[] {1, 2, 3});

    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry.getName()).isEqualTo("a.csv");
      assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0));
      assertThat(zip.readAllBytes()).containsExactly(1, 2, 3);
    }
  }
}
