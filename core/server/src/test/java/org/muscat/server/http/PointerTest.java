package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointerTest {

  private static final JsonObject ROOT =
      new JsonObject("{\"a\":{\"b\":[1,{\"c\":2}],\"\":3,\"x/y\":4,\"m~n\":5},\"n\":null}");

  @ParameterizedTest
  @CsvSource({
    "/a/b/0, 1",
    "/a/b/1/c, 2",
    "/a/, 3",
    "/a/x~1y, 4",
    "/a/m~0n, 5",
    "/a/b/2,",
    "/a/b/-1,",
    "/a/b/x,",
    "/a/b/0/x,",
    "/n,",
    "/n/x,",
    "/z,"
  })
  void shouldFindWhatItPointsAt(String pointer, Integer value) {
    assertThat(Pointer.at(ROOT, pointer)).isEqualTo(value);
  }

  @Test
  void shouldFindTheWholeAndNothingAtTheEndOfALongWay() {
    assertThat(Pointer.at(ROOT, "")).isSameAs(ROOT);
    assertThat(Pointer.at(ROOT, "/" + "x".repeat(100_000))).isNull();
    assertThat(Pointer.at(ROOT, "/x".repeat(100_000))).isNull();
  }
}
