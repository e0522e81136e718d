package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTest {

  @Test
  void shouldBeAPathOfTheJobAndTheLabelsByName() {
    Group group = new Group("muscat", Map.of("region", "gulf", "desk", "a b"));

    assertThat(group.path()).isEqualTo("/metrics/job/muscat/desk/a%20b/region/gulf");
  }

  @Test
  void shouldWriteWhatWouldEndASegmentInBase64() {
    Group group = new Group("a/b", Map.of("empty", ""));

    assertThat(group.path()).isEqualTo("/metrics/job@base64/YS9i/empty@base64/=");
  }

  @Test
  void shouldNotStepUpwards() {
    assertThat(new Group("..", Map.of()).path()).isEqualTo("/metrics/job/%2E%2E");
  }

  @Test
  void shouldNotBeWithoutAJob() {
    assertThatThrownBy(() -> new Group("", Map.of())).hasMessage("the name of the job is empty");
  }
}
