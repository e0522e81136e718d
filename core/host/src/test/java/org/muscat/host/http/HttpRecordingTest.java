package org.muscat.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.config.Secret;
import org.muscat.testkit.StubAnswer;

/** What was answered once can be answered again without the network. */
class HttpRecordingTest {

  private static final Secret KEY = Secret.of("${env:KEY}", () -> "s3cr3t");

  private final Path folder;
  private final Network recording;
  private final Network replaying;

  HttpRecordingTest(@TempDir Path folder) {
    this.folder = folder.resolve("recorded");
    this.recording = Network.with(Network.QUICK.recordingTo(this.folder));
    this.replaying = Network.of(recording.server, Network.QUICK.replayingFrom(this.folder));
  }

  @AfterEach
  void close() {
    recording.close();
    replaying.close();
  }

  @Test
  void shouldReplayInRecordedOrderAndRepeatTheLast() throws Exception {
    recording.server.then(
        StubAnswer.of(200, "text/plain", "first".getBytes(UTF_8), "ETag: \"1\""),
        StubAnswer.text("second"));
    HttpAnswer live = recording.fetch();
    recording.fetch();

    HttpAnswer replayed = replaying.fetch();

    assertThat(replayed.text()).isEqualTo("first");
    assertThat(replayed.isReplayed()).isTrue();
    assertThat(replayed.validator()).contains("etag:\"1\"");
    assertThat(replayed.contentHash()).isEqualTo(live.contentHash());
    assertThat(replayed.receivedAt()).isEqualTo(live.receivedAt());
    assertThat(replaying.fetch().text()).isEqualTo("second");
    assertThat(replaying.fetch().text()).isEqualTo("second");
    assertThat(recording.server.requests()).hasSize(2);
  }

  @Test
  void shouldKeepTheExactBytesByTheirHash() throws Exception {
    byte[] packed = StubAnswer.gzipped("hello".getBytes(UTF_8));
    recording.server.then(
        StubAnswer.gzip("text/plain", "hello".getBytes(UTF_8)),
        StubAnswer.gzip("text/plain", "hello".getBytes(UTF_8)));
    recording.fetch();
    recording.fetch();

    List<Path> bodies = files(folder.resolve("bodies"));

    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0)).hasBinaryContent(packed);
    assertThat(files(folder.resolve("answers"))).hasSize(2);
    assertThat(replaying.fetch().text()).isEqualTo("hello");
  }

  @Test
  void shouldReplayFailuresToo() {
    recording.server.then(StubAnswer.status(429, "Retry-After: 60"));
    FeedException live = recording.fails(Reason.RATE_LIMITED);

    FeedException replayed = replaying.fails(Reason.RATE_LIMITED);

    assertThat(replayed.retryAfter()).isEqualTo(live.retryAfter());
    assertThat(replayed).hasMessage(live.getMessage());
  }

  @Test
  void shouldTellQuestionsApart() throws Exception {
    recording.server.then(StubAnswer.text("one"), StubAnswer.text("two"), StubAnswer.text("last"));
    recording.http.fetch(recording.query().parameter("page", "1"));
    recording.http.fetch(recording.query().parameter("page", "2"));
    recording.http.fetch(recording.query().parameter("page", "1").lastBytes(5));

    assertThat(replaying.http.fetch(recording.query().parameter("page", "2")).text())
        .isEqualTo("two");
    assertThat(replaying.http.fetch(recording.query().parameter("page", "1").lastBytes(5)).text())
        .isEqualTo("last");
    assertThat(replaying.http.fetch(recording.query().parameter("page", "1")).text())
        .isEqualTo("one");
  }

  @Test
  void shouldKeepNoSecret() throws Exception {
    recording.server.then(
        StubAnswer.of(
            200,
            "text/plain",
            "data".getBytes(UTF_8),
            "Set-Cookie: session=1",
            "X-Echo: key s3cr3t",
            "X-Kept: yes"));
    var query = recording.query().secretParameter("api_key", KEY).secretHeader("X-Token", KEY);
    recording.http.fetch(query);

    String side = Files.readString(files(folder.resolve("answers")).get(0));

    assertThat(side).contains("api_key=***").contains("X-Kept");
    assertThat(side).doesNotContain("s3cr3t").doesNotContain("Set-Cookie").doesNotContain("X-Echo");
    assertThat(replaying.http.fetch(query).text()).isEqualTo("data");
  }

  @Test
  void shouldNotKeepABodyThatRepeatsASecret() throws Exception {
    recording.server.then(StubAnswer.gzip("text/plain", "your key: s3cr3t".getBytes(UTF_8)));

    recording.http.fetch(recording.query().secretParameter("api_key", KEY));

    assertThat(folder).doesNotExist();
  }

  @Test
  void shouldSayWhatIsNotRecorded() {
    FeedException failure =
        replaying.fails(replaying.query().parameter("page", "9"), Reason.UNREACHABLE);

    assertThat(failure)
        .hasMessageContaining(replaying.server.uri("/data?page=9").toString())
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("network is off");
    assertThat(replaying.server.requests()).isEmpty();
  }

  @Test
  void shouldNoticeABodyThatWasChanged() throws Exception {
    recording.server.then(StubAnswer.text("true"));
    recording.fetch();
    Files.writeString(files(folder.resolve("bodies")).get(0), "forged");

    assertThat(replaying.fails(Reason.BAD_DATA)).hasMessageContaining("not what was recorded");
  }

  @Test
  void shouldAnswerEvenIfItCannotRecord() throws Exception {
    Files.writeString(folder, "a file where the folder should be");
    recording.server.then(StubAnswer.text("hello"));

    assertThat(recording.fetch().text()).isEqualTo("hello");
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
