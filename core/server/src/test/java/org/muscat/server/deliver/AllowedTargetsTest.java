package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTargetsTest {

  private final AllowedTargets targets =
      new AllowedTargets(
          List.of(URI.create("https://hooks.example/muscat"), URI.create("http://[::1]:9/")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/muscat",
        "https://hooks.example/muscat/",
        "HTTPS://Hooks.Example:443/muscat/desk?to=a",
        "http://[::1]:9/any"
      })
  void shouldAllowWhatIsNamedAndAllBelow(String address) {
    assertThat(targets.allow(HttpTarget.of(address, Optional.empty()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/muscat",
        "https://hooks.example:8443/muscat",
        "https://hooks.example/muscats",
        "https://hooks.example/",
        "https://hooks.example/muscat/../admin",
        "https://hooks.example/muscat/%2E%2e/admin",
        "https://hooks.example/muscat/..%2Fadmin",
        "https://hooks.example.evil/muscat",
        "http://[::1]:8/any"
      })
  void shouldAllowNothingElse(String address) {
    assertThat(targets.allow(HttpTarget.of(address, Optional.empty()))).isFalse();
  }

  @Test
  void shouldAllowNothingIfNothingIsNamed() {
    HttpTarget target = HttpTarget.of("https://hooks.example/muscat", Optional.empty());

    assertThat(new AllowedTargets(List.of()).allow(target)).isFalse();
  }
}
