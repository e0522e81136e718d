package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {

  @Test
  void shouldReadCellsWithAndWithoutANewlineAtTheEnd() throws Exception {
    assertThat(cells("a\tb\n\tc")).containsExactly(List.of("a", "b"), List.of("", "c"));
    assertThat(cells("a\tb\n\tc\n")).containsExactly(List.of("a", "b"), List.of("", "c"));
    assertThat(cells("a\r\n\r\nb\r")).containsExactly(List.of("a"), List.of(""), List.of("b"));
    assertThat(cells("")).isEmpty();
    assertThat(cells("\n")).containsExactly(List.of(""));
  }

  /** A stream that gives a few bytes at a time lets every row lie across two blocks. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000, 100_000})
  void shouldReadTheSameInBlocksOfAnySize(int block) throws Exception {
    Random random = new Random(block);
    List<List<String>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      List<String> row = new ArrayList<>();
      for (int cells = 1 + random.nextInt(61); cells > 0; cells--) {
        row.add("x".repeat(random.nextInt(3)) + (random.nextInt(50) == 0 ? "\u0641" : i));
      }
      rows.add(row);
      text.append(String.join("\t", row)).append('\n');
    }

    assertThat(cells(new Trickle(bytes(text.toString()), block))).isEqualTo(rows);
  }

  @Test
  void shouldPassOverARowWithoutEndAndGoOnBehindIt() throws Exception {
    String huge = "y\t".repeat(EventLines.LONGEST);
    EventLines lines =
        new EventLines(new ByteArrayInputStream(bytes("a\tb\n" + huge + "\nc\td\n")));

    assertThat(lines.next()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isTrue();
    assertThat(lines.next()).isTrue();

    assertThat(lines.isTooLong()).isFalse();
    assertThat(lines.number()).isEqualTo(3);
    assertThat(lines.text(0) + lines.text(1)).isEqualTo("cd");
    assertThat(lines.next()).isFalse();
  }

  @Test
  void shouldReadALongRowThatIsStillARow() throws Exception {
    String cell = "z".repeat(EventLines.LONGEST - 2);

    assertThat(cells("a\n" + cell + "\nb"))
        .containsExactly(List.of("a"), List.of(cell), List.of("b"));
  }

  @Test
  void shouldReadACodeOfThreeCapitalLettersOnly() throws Exception {
    EventLines lines = new EventLines(new ByteArrayInputStream(bytes("IRN\tirn\tIR\tIRNX\tAAA\t")));

    lines.next();

    assertThat(lines.code(0)).isEqualTo(StateCode.of("IRN"));
    assertThat(List.of(lines.code(1), lines.code(2), lines.code(3), lines.code(5)))
        .containsOnly(-1);
    assertThat(lines.code(4)).isZero();
  }

  @Test
  void shouldEndWhenInterrupted() {
    EventLines lines = new EventLines(new ByteArrayInputStream(bytes("a")));

    Thread.currentThread().interrupt();

    assertThatThrownBy(lines::next).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void shouldSurviveRandomBytes() throws Exception {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(20_000)];
      random.nextBytes(bytes);
      long newlines = 0;
      for (byte octet : bytes) {
        newlines += octet == '\n' ? 1 : 0;
      }

      GdeltFile file =
          GdeltFile.read(
              new ByteArrayInputStream(bytes),
              "random",
              GdeltLines.STAMP,
              new DyadLookup(List.of(new Dyad("USA", "IRN"))));

      assertThat(file.rows()).isBetween(newlines, newlines + 1);
      assertThat(file.rejections()).hasSize((int) Math.min(file.rows(), 1_001));
    }
  }

  private static List<List<String>> cells(String text) throws IOException {
    return cells(new ByteArrayInputStream(bytes(text)));
  }

  private static List<List<String>> cells(InputStream in) throws IOException {
    EventLines lines = new EventLines(in);
    List<List<String>> rows = new ArrayList<>();
    while (lines.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 0; column < lines.columns(); column++) {
        row.add(lines.text(column));
      }
      rows.add(row);
    }
    return rows;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Gives at most a few bytes at a time. */
  private static final class Trickle extends ByteArrayInputStream {

    private final int most;

    Trickle(byte[] bytes, int most) {
      super(bytes);
      this.most = most;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, most));
    }
  }
}
