package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.Movement;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;

/** A source corrects one value: that, and nothing else, moves the index. */
class RevisionTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 20;

  private static final Map<String, String> MEMBERS =
      Map.of("test/one", "one", "test/two", "two", "test/three", "three", "test/north", "four");

  @TempDir Path folder;

  private Session session;

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shouldMoveThePartsNamedRevisionAndNoOthers(long seed) throws IOException {
    Random random = new Random(seed);
    // Without a lag, the whole move is there at once.
    session =
        Home.in(folder).model("test", Home.MODEL + "response: {eta-down: 1, eta-up: 1}\n").open();
    for (String series : Home.SERIES) {
      Home.points(session.store(), series, FIRST, random.doubles(DAYS, 10, 90).toArray());
    }
    Instant newest = FIRST.plus(Duration.ofDays(DAYS - 1));
    Instant from = newest.plus(Duration.ofHours(6));
    Instant to = from.plus(Duration.ofHours(1));
    String revised = Home.SERIES.get(random.nextInt(Home.SERIES.size()));
    Instant known = from.plusSeconds(1 + random.nextInt(3_599));
    Home.point(session.store(), revised, newest, known, 10 + 80 * random.nextDouble());

    Movement movement =
        new Assessor(session.store(), session.plugins())
            .explain(session.theatres().all().get(0), from, to)
            .movement();

    List<Movement.Part> moving =
        movement.parts().stream().filter(part -> Math.abs(part.points()) > 1e-9).toList();
    assertThat(moving)
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.cause()).hasToString("REVISION");
              assertThat(part.member()).isEqualTo(MEMBERS.get(revised));
              assertThat(part.points()).isCloseTo(movement.change(), within(1e-9));
            });
  }
}
