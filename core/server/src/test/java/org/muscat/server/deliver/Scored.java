package org.muscat.server.deliver;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.muscat.server.document.Documents;
import org.muscat.server.fixture.Home;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.runtime.Session;
import org.muscat.store.Store;

/** A session with a regime, a status word and scores of 45 days. */
final class Scored implements AutoCloseable {

  static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  static final Instant LAST = Instant.parse("2025-02-14T00:00:00Z");

  private final Session session;
  private final Injector injector;

  Scored(Path folder) throws IOException {
    Home home = Home.in(folder).model("test", Home.MODEL + Home.REGIME);
    try (Store store = Store.open(home.data().resolve("muscat.db"))) {
      double[] values = IntStream.range(0, 45).mapToDouble(i -> 36 + i % 3).toArray();
      Home.SERIES.forEach(series -> Home.points(store, series, FIRST, values));
      Home.points(store, "test/strait", FIRST, values);
    }
    session = home.open();
    injector = session.injector();
  }

  /** Both theatres, of which the second lacks an indicator. */
  List<Assessment> at(Instant asOf) {
    return injector.getInstance(Assessor.class).assessAll(session.theatres().all(), asOf);
  }

  Documents documents() {
    return injector.getInstance(Documents.class);
  }

  @Override
  public void close() {
    session.close();
  }
}
