package org.muscat.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that is compiled without a check of nulls is told of the null where it makes it. */
class NullTest {

  private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");

  /** As it comes from such a plugin: a null of any type. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // null is of any type
  private static <T> T none() {
    return Collections.<T>singletonList(null).get(0);
  }

  @Test
  void shouldRefuseNullWhereItIsMade() {
    refused("observed-at of a reading", () -> Measured.of(1, none()));
    refused("text of fact status", () -> Measured.of(1, DAY).fact("status", none()));
    refused("caveat", () -> Measured.of(1, DAY).partial(none()));
    refused("reason", () -> new NoData(none()));
    refused("observed-at of a/b", () -> Observation.point("a/b", none(), 1));
    refused("series name", () -> Observation.point(none(), DAY, 1));
    refused("event key", () -> Observation.event("a/b", none(), DAY, "t", 1, Map.of()));
    refused(
        "attribute 'x' of a/b",
        () -> Observation.event("a/b", "k", DAY, "t", 1, Collections.singletonMap("x", none())));
    refused("next cursor of a batch", () -> Batch.last(List.of(), List.of(), none()));
    refused("reason of a rejection", () -> new Batch.Rejection("here", 1, none()));
    refused("message of a problem", () -> new ConfigProblem("option", none()));
    refused("reason of a failure", () -> new FeedException(none(), "why"));
    assertThatThrownBy(() -> Batch.last(Arrays.asList(NullTest.<Observation>none()), List.of(), ""))
        .isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\n2", "1\u001b[2J", "1\t2", "1\u0085"})
  void shouldRefuseControlCharactersInALine(String version) {
    assertThatThrownBy(
            () ->
                PluginDescriptor.of(
                    "a", "Title", version, "Apache-2.0", PluginDescriptor.SPI_VERSION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plugin version has the control character")
        .hasMessageContaining("at position 1");
  }

  private static void refused(String what, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(NullPointerException.class)
        .hasMessage(what + " is null");
  }
}
