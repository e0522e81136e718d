package org.muscat.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.FeedException;

class RedirectsTest {

  @Test
  void shouldNotFallBackFromHttpsToHttp() {
    assertThatThrownBy(() -> next("https://a.example/x", "http://a.example/x"))
        .isInstanceOfSatisfying(
            FeedException.class,
            e -> assertThat(e.reason()).isEqualTo(FeedException.Reason.UNTRUSTED));
  }

  @Test
  void shouldResolveAgainstWhereItCameFrom() throws FeedException {
    assertThat(next("https://a.example/x/y?z=1", "../w")).hasToString("https://a.example/w");
    assertThat(next("http://a.example/x", "https://a.example/x"))
        .hasToString("https://a.example/x");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, https://A.example:443/y, true",
    "http://a.example/x, https://a.example/y, true",
    "https://a.example/x, https://a.example:8443/y, false",
    "https://a.example/x, https://b.example/y, false"
  })
  void shouldTellTheSameServerFromAnother(URI from, URI to, boolean same) {
    assertThat(Redirects.isSameServer(from, to)).isEqualTo(same);
  }

  private static URI next(String from, String location) throws FeedException {
    RawAnswer answer =
        new RawAnswer(
            302, Map.of("location", List.of(location)), new byte[0], Instant.EPOCH, false);
    return Redirects.next(URI.create(from), answer, "GET x", new Redactor());
  }
}
