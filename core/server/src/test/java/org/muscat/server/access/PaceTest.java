package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;
  private static final AccessConfig CONFIG = AccessConfig.defaults();

  private final Pace pace =
      new Pace(CONFIG, () -> Loaded.of(CONFIG, new Problems()), System::nanoTime);

  @Test
  void shouldMakeOneAddressWaitAndNoOther() {
    Address one = Address.of("192.0.2.1");
    for (int i = 0; i < 200; i++) {
      pace.check(one, "/api/v1/theatres", 0);
    }

    assertThat(refused(one, "/api/v1/theatres", 0)).isTrue();
    assertThat(refused(Address.of("192.0.2.2"), "/api/v1/theatres", 0)).isFalse();
    assertThat(refused(one, "/api/v1/theatres", SECOND)).isFalse();
  }

  @Test
  void shouldCountWhatOnlyLooksLikeAProbe() {
    Address one = Address.of("192.0.2.1");
    for (int i = 0; i < 200; i++) {
      pace.check(one, "/-/reload", 0);
    }

    assertThat(refused(one, "/-/", 0)).isTrue();
    assertThat(refused(one, "/-/healthy/more", 0)).isTrue();
    assertThat(refused(one, "/-/healthy", 0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, /metrics",
    "192.0.2.1, /-/healthy",
    "192.0.2.1, /-/ready",
    "127.0.0.1, /",
    "::1, /"
  })
  void shouldNotCountScrapesAndProbesAndThisMachine(String from, String path) {
    for (int i = 0; i < 10_000; i++) {
      assertThat(refused(Address.of(from), path, 0)).isFalse();
    }
  }

  @Test
  void shouldTakeANetworkOfIpv6ForOne() {
    for (int i = 0; i < 200; i++) {
      pace.check(Address.of("2001:db8:1:2::" + Integer.toHexString(i)), "/", 0);
    }

    assertThat(refused(Address.of("2001:db8:1:2:ffff::1"), "/", 0)).isTrue();
    assertThat(refused(Address.of("2001:db8:1:3::1"), "/", 0)).isFalse();
  }

  @Test
  void shouldHoldAllTogetherToTheRateOfTheWebConfiguration(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("web.yml"), "rate_limit: {interval: 1s, burst: 5}\n");
    try (Running server =
        Running.start(
            Home.in(folder).options("listen: {web-config: web.yml}\n").open(), Clock.systemUTC())) {
      Asking asking = Asking.of(server.url());
      List<HttpResponse<String>> answers =
          IntStream.range(0, 20).mapToObj(i -> asking.get("/-/healthy")).toList();

      assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeBetween(5, 8);
      HttpResponse<String> last = answers.get(19);
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.headers().firstValue("retry-after")).contains("1");
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> asking.get("/-/healthy").statusCode() == 200);
    }
  }

  private boolean refused(Address from, String path, long now) {
    try {
      pace.check(from, path, now);
      return false;
    } catch (Refusal e) {
      return e.status() == 429;
    }
  }
}
