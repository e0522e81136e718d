package org.muscat.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.muscat.spi.FeedException.Reason;

class HttpAnswerTest {

  private static final String URL = "https://example.org/file";

  @Test
  void shouldReadUtf8WithoutItsMark() throws FeedException {
    assertThat(answer("\ufeffStraße von Hormus".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("Straße von Hormus");
    assertThat(answer(new byte[0]).text()).isEmpty();
  }

  @Test
  void shouldNameTheByteThatIsNoUtf8() {
    byte[] bytes = "abc\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    assertFails(() -> answer(bytes).text(), Reason.BAD_DATA)
        .hasMessageContaining(URL)
        .hasMessageContaining("at byte 3 (0xe9)");
  }

  @Test
  void shouldGiveAValidatorForTheNextQuery() {
    HttpAnswer both = answer(Map.of("etag", List.of("\"v1\""), "last-modified", List.of("then")));
    HttpAnswer date = answer(Map.of("Last-Modified", List.of("then")));

    assertThat(both.validator()).contains("etag:\"v1\"");
    assertThat(date.validator()).contains("last-modified:then");
    assertThat(answer(Map.of()).validator()).isEmpty();
    assertThat(both.header("ETAG")).contains("\"v1\"");
  }

  @Test
  void shouldKnowItsContentByHash() {
    assertThat(answer("abc".getBytes(StandardCharsets.UTF_8)).contentHash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void shouldUnzipTheOneFile() throws Exception {
    HttpAnswer unzipped = answer(zip("a.csv", "1,2\n")).unzipped(100);

    assertThat(unzipped.text()).isEqualTo("1,2\n");
    assertThat(unzipped.url()).isEqualTo(URL);
  }

  @Test
  void shouldStopUnzippingABomb() throws IOException {
    byte[] bomb = zip("zeros", "0".repeat(10_000_000));

    assertThat(bomb.length).isLessThan(100_000);
    assertFails(() -> answer(bomb).unzipped(1_000_000), Reason.TOO_LARGE)
        .hasMessageContaining("more than 1000000 bytes");
  }

  @Test
  void shouldRefuseWhatIsNotAnArchiveOfOneFile() throws IOException {
    byte[] whole = zip("a.csv", "1,2,3,4,5,6,7,8,9,10");

    assertFails(() -> answer(new byte[] {1, 2, 3}).unzipped(9), Reason.BAD_DATA)
        .hasMessageContaining("no zip archive");
    assertFails(() -> answer(zip("a", "1", "b", "2")).unzipped(9), Reason.BAD_DATA)
        .hasMessageContaining("several files");
    assertFails(() -> answer(zipNamedInLatin1()).unzipped(9), Reason.BAD_DATA)
        .hasMessageContaining("broken zip archive");
    assertFails(() -> answer(Arrays.copyOf(whole, 40)).unzipped(99), Reason.BAD_DATA)
        .hasMessageContaining("broken");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      ThrowingCallable code, Reason reason) {
    return assertThatThrownBy(code)
        .isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static HttpAnswer answer(byte[] bytes) {
    return HttpAnswer.of(URL, 200, Map.of(), bytes, Instant.EPOCH, false);
  }

  private static HttpAnswer answer(Map<String, List<String>> headers) {
    return HttpAnswer.of(URL, 200, headers, new byte[0], Instant.EPOCH, false);
  }

  /** The byte of the name is no UTF-8, and nothing in the archive says what it is. */
  private static byte[] zipNamedInLatin1() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
      zip.putNextEntry(new ZipEntry("\u00e9"));
      zip.write(1);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
