package org.muscat.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.muscat.spi.config.Secret;

class HttpQueryTest {

  private static final URI ADDRESS = URI.create("https://api.example.org/v2/data");
  private static final Secret KEY = Secret.of("${env:EIA_KEY}", () -> "k3y & more");

  @Test
  void shouldAppendParametersPercentEncoded() {
    HttpQuery query =
        HttpQuery.get(ADDRESS).parameter("where", "portid='chokepoint6'").parameter("a b", "1+1");

    assertThat(query.url()).isEqualTo(ADDRESS + "?where=portid%3D%27chokepoint6%27&a%20b=1%2B1");
  }

  @Test
  void shouldKeepTheParametersOfTheAddress() {
    HttpQuery query = HttpQuery.get(URI.create(ADDRESS + "?f=json#top")).parameter("n", "1");

    assertThat(query.url()).isEqualTo(ADDRESS + "?f=json&n=1");
  }

  @Test
  void shouldRevealASecretOnlyInWhatIsSent() {
    HttpQuery query =
        HttpQuery.get(ADDRESS).secretParameter("api_key", KEY).secretHeader("X-Token", KEY);

    assertThat(query.url()).isEqualTo(ADDRESS + "?api_key=k3y%20%26%20more");
    assertThat(query.redactedUrl()).isEqualTo(ADDRESS + "?api_key=***");
    assertThat(query.headers()).isEmpty();
    assertThat(query.secretHeaders()).isEqualTo(Map.of("X-Token", KEY));
    assertThat(query.secrets()).containsExactly(KEY, KEY);
    assertThat(query.toString() + KEY).doesNotContain("k3y").contains("${env:EIA_KEY}");
  }

  @Test
  void shouldLookASecretUpWhenItIsSent() {
    AtomicInteger times = new AtomicInteger();
    Secret counting = Secret.of("counter", () -> "v" + times.incrementAndGet());

    HttpQuery query = HttpQuery.get(ADDRESS).secretParameter("k", counting);

    assertThat(times).hasValue(0);
    assertThat(query.url()).endsWith("k=v1");
    assertThat(query.url()).endsWith("k=v2");
  }

  @Test
  void shouldLeaveTheQueryThatItIsMadeOfAsItIs() {
    HttpQuery first = HttpQuery.get(ADDRESS);

    HttpQuery second = first.header("A", "1").parameter("b", "2").atMost(5);

    assertThat(first.headers()).isEmpty();
    assertThat(first.url()).isEqualTo(ADDRESS.toString());
    assertThat(first.mostBytes()).isEqualTo(HttpQuery.DEFAULT_MOST_BYTES);
    assertThat(second.headers()).containsEntry("a", "1");
  }

  @Test
  void shouldAskForARangeAndForWhatChanged() {
    HttpQuery query =
        HttpQuery.get(ADDRESS)
            .lastBytes(100)
            .ifChangedSince("etag:\"v1\"")
            .accepting("application/json", "text/CSV");

    assertThat(query.headers())
        .containsEntry("Range", "bytes=-100")
        .containsEntry("If-None-Match", "\"v1\"")
        .containsEntry("Accept", "application/json, text/CSV");
    assertThat(query.mediaTypes()).containsExactly("application/json", "text/csv");
    assertThat(query.bytes(0, 9).headers()).containsEntry("range", "bytes=0-9");
    assertThat(query.ifChangedSince("last-modified:Tue, 01 Jul 2025 00:00:00 GMT").headers())
        .containsEntry("If-Modified-Since", "Tue, 01 Jul 2025 00:00:00 GMT");
  }

  @Test
  void shouldRefuseWhatCannotBeAsked() {
    HttpQuery query = HttpQuery.get(ADDRESS);

    assertThatThrownBy(() -> HttpQuery.get(URI.create("https://me:pass@example.org/")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("secret header")
        .message()
        .doesNotContain("pass@");
    assertThatThrownBy(() -> HttpQuery.get(URI.create("data.csv")))
        .hasMessage("'data.csv' names no host");
    assertThatThrownBy(() -> query.header("A", "1\r\nB: 2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> query.bytes(9, 0)).hasMessageContaining("9 to 0");
    assertThatThrownBy(() -> query.ifChangedSince("v1")).hasMessageContaining("no validator");
    assertThatThrownBy(() -> query.atMost(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> query.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
