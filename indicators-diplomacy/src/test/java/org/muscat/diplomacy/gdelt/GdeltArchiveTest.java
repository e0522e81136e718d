package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;

class GdeltArchiveTest {

  private static final String NAME = GdeltLines.STAMP.fileName();
  private static final DyadLookup DYADS = new DyadLookup(List.of(new Dyad("USA", "IRN")));
  private static final byte[] FILE = GdeltLines.file(GdeltLines.report().line());

  @Test
  void shouldReadWhatStandsInTheFile() throws Exception {
    GdeltFile file = read(StubAnswer.zipped(NAME, FILE));

    assertThat(file.rows()).isOne();
    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations().get(0).value()).isOne();
  }

  @Test
  void shouldStopUnpackingABomb() throws Exception {
    byte[] bomb = bomb(GdeltArchive.LARGEST + 1);

    assertThat(bomb).hasSizeLessThan(100_000);
    refused(bomb, "is a zip archive whose file has more than 67108864 bytes");
  }

  @Test
  void shouldRefuseWhatIsNoArchiveOfThisOneFile() throws Exception {
    refused(FILE, "is no zip archive, or an empty one");
    refused(new byte[0], "is no zip archive, or an empty one");
    refused(
        StubAnswer.zipped("20191024144500.export.CSV", FILE),
        "is a zip archive of '20191024144500.export.CSV', not of 20191024143000.export.CSV");
    refused(zipped(NAME, "other"), "is a zip archive of several files; one was expected");
  }

  @Test
  void shouldRefuseATruncatedArchiveWhereverItEnds() {
    byte[] whole = StubAnswer.zipped(NAME, FILE);
    // The directory of the archive, at its end, repeats what was read already.
    int needed = whole.length - 46 - 22 - NAME.length();

    for (int size = 0; size < needed; size++) {
      byte[] part = Arrays.copyOf(whole, size);
      assertThatThrownBy(() -> read(part))
          .as("%d bytes", size)
          .isInstanceOf(BadFileException.class);
    }
  }

  @Test
  void shouldNeverTakeASpoiltArchiveForAnother() throws Exception {
    byte[] whole = StubAnswer.zipped(NAME, FILE);
    List<Observation> expected = read(whole).observations();
    Random random = new Random(6);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] spoilt = whole.clone();
      spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(read(spoilt).observations()).isEqualTo(expected);
      } catch (BadFileException e) {
        refused++;
      }
    }

    assertThat(refused).isGreaterThan(500);
  }

  private static void refused(byte[] archive, String reason) {
    assertThatThrownBy(() -> read(archive)).isInstanceOf(BadFileException.class).hasMessage(reason);
  }

  private static GdeltFile read(byte[] archive)
      throws BadFileException, IOException, InterruptedException {
    return GdeltArchive.read(new ByteArrayInputStream(archive), "x.zip", GdeltLines.STAMP, DYADS);
  }

  private static byte[] zipped(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(FILE);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bomb(long size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[64 << 10];
    Arrays.fill(block, (byte) '\n');
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(NAME));
      for (long written = 0; written < size; written += block.length) {
        zip.write(block);
      }
    }
    return bytes.toByteArray();
  }
}
