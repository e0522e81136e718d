package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.config.Secret;

class HttpTargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost:9091      | is no address such as https://host:9091/path
          ftp://host/         | is no address such as https://host:9091/path
          /metrics            | is no address such as https://host:9091/path
          http://a b/         | it is no address
          http://host/#part   | has a fragment
          """)
  void shouldRefuseWhereNothingCanBeSent(String address, String told) {
    assertThatThrownBy(() -> HttpTarget.of(address, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void shouldRefuseAPasswordInAnAddressWithoutQuotingIt() {
    assertThatThrownBy(() -> HttpTarget.of("http://me:hunter2@host/", Optional.empty()))
        .hasMessageContaining("there are options for both")
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void shouldBeShownWithoutItsQuery() {
    HttpTarget target = HttpTarget.of("https://host:8443/a/b?key=hunter2", Optional.empty());

    assertThat(target.shown()).isEqualTo("https://host:8443/a/b");
  }

  @Test
  void shouldSendTheCredentialsThatThereAreNow() {
    Credentials credentials = new Credentials("me", Secret.of("${env:P}", () -> "pass:w\u00f6rd"));

    HttpTarget target = HttpTarget.of("http://host/", Optional.of(credentials));

    assertThat(target.request().build().headers().firstValue("Authorization"))
        .contains("Basic bWU6cGFzczp3w7ZyZA==");
    assertThat(target.toString()).contains("${env:P}").doesNotContain("pass:w");
  }
}
